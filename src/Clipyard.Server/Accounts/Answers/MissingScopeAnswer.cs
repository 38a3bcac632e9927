namespace Clipyard.Server.Accounts.Answers;

/// <summary>A permission that was asked for and not granted.</summary>
/// <param name="Scope">Its name.</param>
/// <param name="Disables">What does not work without it.</param>
internal sealed record MissingScopeAnswer(string Scope, string Disables);
