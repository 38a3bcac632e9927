namespace Clipyard.Server.Publishing.Requests.Answers;

/// <summary>Where a post goes.</summary>
/// <param name="Id">Our id of the account.</param>
/// <param name="Username">The @name; null while TikTok has not said it.</param>
/// <param name="Nickname">The name that TikTok shows; null while it has not said it.</param>
internal sealed record PostAccountAnswer(Guid Id, string? Username, string? Nickname);
