namespace Clipyard.Sandbox.Official.OAuth;

/// <summary>One consent: what a creator allowed an app. Its tokens live and die with it.</summary>
internal sealed class Grant
{
    public required string ClientKey { get; init; }

    public required string Username { get; init; }

    public required string OpenId { get; init; }

    public required IReadOnlyList<string> Scopes { get; init; }

    public required DateTimeOffset GivenAt { get; init; }

    public bool Revoked { get; set; }

    public string ScopeText => string.Join(',', Scopes);

    public bool Allows(string scope) => Scopes.Contains(scope, StringComparer.Ordinal);
}
