namespace Clipyard.Pages;

/// <summary>The cookies, for <c>.tiktok.com</c>, that the repeated request has to carry.</summary>
internal sealed record ChallengeAnswer(string CookieName, string CookieValue)
{
    /// <summary>Null when the page asks for one cookie only. Comes with <see cref="SecondCookieValue"/>.</summary>
    public string? SecondCookieName { get; init; }

    public string? SecondCookieValue { get; init; }

    /// <summary>The cookies to send with the repeated request.</summary>
    public IEnumerable<(string Name, string Value)> Cookies =>
        SecondCookieName is { } name && SecondCookieValue is { } value
            ? [(CookieName, CookieValue), (name, value)]
            : [(CookieName, CookieValue)];
}
