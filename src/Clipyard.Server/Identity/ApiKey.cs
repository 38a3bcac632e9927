using Clipyard.Server.Data;

namespace Clipyard.Server.Identity;

/// <summary>A key that a program passes instead of signing in. Only its hash is kept.</summary>
internal sealed class ApiKey : IOwned
{
    public Guid Id { get; set; }

    public Guid OwnerId { get; set; }

    /// <summary>What the owner calls it.</summary>
    public required string Name { get; set; }

    /// <summary>The first characters of the key, to recognise it by.</summary>
    public required string Prefix { get; set; }

    /// <summary>SHA-256 of the key. Enough without salt or stretching: the key is 256 random bits.</summary>
    public required byte[] Hash { get; set; }

    /// <summary>What it may do.</summary>
    public KeyScopes Scopes { get; set; }

    /// <summary>Whether the three routes for callers that cannot set headers accept it as <c>?api_key=</c>.</summary>
    public bool AllowInQuery { get; set; }

    /// <summary>The connected account of posts that name none; null: none. Of another feature, so a bare id.</summary>
    public Guid? DefaultAccountId { get; set; }

    /// <summary>The caption of posts that have no text; null: none.</summary>
    public string? DefaultCaption { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When it ends by itself; null: never.</summary>
    public DateTimeOffset? ExpiresAt { get; set; }

    /// <summary>The last use, to the minute; null: never used.</summary>
    public DateTimeOffset? LastUsedAt { get; set; }

    /// <summary>When it was taken back; null: it was not.</summary>
    public DateTimeOffset? RevokedAt { get; set; }
}
