namespace Clipyard.Sandbox.Official.OAuth;

/// <summary>A refusal in the flat shape of the OAuth endpoints.</summary>
internal sealed class OAuthRefusalException(string error, string description) : Exception(description)
{
    public string Error => error;

    /// <summary>What the request did wrong, for the report; null when nothing.</summary>
    public string? Rule { get; init; }

    public static OAuthRefusalException Malformed(string rule) =>
        new("invalid_request", "The request parameters are malformed.") { Rule = rule };
}
