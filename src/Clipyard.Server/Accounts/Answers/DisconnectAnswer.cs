namespace Clipyard.Server.Accounts.Answers;

/// <summary>The account is disconnected.</summary>
/// <param name="Success">Always true.</param>
/// <param name="Revoked">
/// Whether TikTok knows. When not, the person can end the access in TikTok: Settings, Security, Apps and services.
/// </param>
internal sealed record DisconnectAnswer(bool Success, bool Revoked);
