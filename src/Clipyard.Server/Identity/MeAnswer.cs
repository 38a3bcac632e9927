namespace Clipyard.Server.Identity;

/// <summary>Who calls, and what they may do.</summary>
/// <param name="Id">The person.</param>
/// <param name="Name">What they sign in as.</param>
/// <param name="Role">What they may do beyond their own data.</param>
/// <param name="Key">The key that was used; null in a browser's session.</param>
/// <param name="Scopes">What this call may do.</param>
internal sealed record MeAnswer(Guid Id, string Name, PersonRole Role, KeyAnswer? Key, IReadOnlyList<string> Scopes);
