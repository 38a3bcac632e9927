namespace Clipyard.TikTokApi.OAuth;

/// <summary>Buys the next access token, for a year. Prints as <c>rft.***</c>, never as itself.</summary>
public readonly record struct RefreshToken
{
    private readonly string? _value;

    /// <summary>Takes a token as TikTok gave it.</summary>
    /// <exception cref="ArgumentException">It is empty, or holds what no token holds.</exception>
    public RefreshToken(string value)
    {
        TokenText.ThrowIfInvalid(value);
        _value = value;
    }

    /// <summary>The token itself. A secret: store it encrypted, log it nowhere.</summary>
    /// <exception cref="InvalidOperationException">This is <see langword="default"/>, not a token.</exception>
    public string Value =>
        _value ?? throw new InvalidOperationException("An uninitialized refresh token has no value.");

    /// <summary>Says that there is one, not which.</summary>
    public override string ToString() => _value is null ? "" : "rft.***";
}
