namespace Clipyard.Client.Keys;

/// <summary>A key to be made.</summary>
public sealed record ApiKeyRequest
{
    /// <summary>What to call it.</summary>
    public required string Name { get; init; }

    /// <summary>What it may do: <c>read archive draft publish approve tasks admin</c>; no more than the key in use.</summary>
    public required IReadOnlyList<string> Scopes { get; init; }

    /// <summary>When it ends by itself; null: never.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Whether the routes for callers without headers accept it as <c>?api_key=</c>.</summary>
    public bool AllowInQuery { get; init; }
}
