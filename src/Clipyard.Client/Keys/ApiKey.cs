namespace Clipyard.Client.Keys;

/// <summary>An API key, without its secret.</summary>
public sealed record ApiKey
{
    /// <summary>Which.</summary>
    public required string Id { get; init; }

    /// <summary>What its owner calls it.</summary>
    public string? Name { get; init; }

    /// <summary>The key's first characters, to recognise it by.</summary>
    public string? Prefix { get; init; }

    /// <summary>What it may do: <c>read archive draft publish approve tasks admin</c>.</summary>
    public IReadOnlyList<string> Scopes
    {
        get => field ?? [];
        init;
    }

    /// <summary>Whether the routes for callers without headers accept it as <c>?api_key=</c>.</summary>
    public bool AllowInQuery { get; init; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it ends by itself; null: never.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Its last use; null: never used.</summary>
    public DateTimeOffset? LastUsedAt { get; init; }

    /// <summary>When it was taken back; null: it was not.</summary>
    public DateTimeOffset? RevokedAt { get; init; }

    /// <summary>The key itself: only in the answer that made it, and kept nowhere else.</summary>
    public string? Key { get; init; }

    /// <summary>What may be shown: secrets do not belong into logs.</summary>
    public override string ToString() => $"{Name} ({Prefix})";
}
