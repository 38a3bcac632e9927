namespace Clipyard.TikTokApi.OAuth;

/// <summary>Lets an app act for one account, for a day. Prints as <c>act.***</c>, never as itself.</summary>
public readonly record struct AccessToken
{
    private readonly string? _value;

    /// <summary>Takes a token as TikTok gave it.</summary>
    /// <exception cref="ArgumentException">It is empty, or holds what no token holds.</exception>
    public AccessToken(string value)
    {
        TokenText.ThrowIfInvalid(value);
        _value = value;
    }

    /// <summary>The token itself. A secret: store it encrypted, log it nowhere.</summary>
    /// <exception cref="InvalidOperationException">This is <see langword="default"/>, not a token.</exception>
    public string Value => _value ?? throw new InvalidOperationException("An uninitialized access token has no value.");

    /// <summary>Says that there is one, not which.</summary>
    public override string ToString() => _value is null ? "" : "act.***";
}
