using Clipyard.Server.Data;
using Clipyard.TikTokApi.OAuth;

namespace Clipyard.Server.Accounts;

/// <summary>A TikTok account that an owner connected. Whatever its state, the row stays: posts name it.</summary>
internal sealed class TikTokAccount : IOwned
{
    public Guid Id { get; set; }

    public Guid OwnerId { get; set; }

    /// <summary>TikTok's id of the person within this app. Once per owner; several owners may connect the same one.</summary>
    public required string OpenId { get; set; }

    /// <summary>The @name; null while TikTok has not said it.</summary>
    public string? Username { get; set; }

    public string? DisplayName { get; set; }

    /// <summary>A signed address that lapses.</summary>
    public string? AvatarUrl { get; set; }

    /// <summary>What the person granted, as TikTok writes it: with commas between.</summary>
    public required string Scopes { get; set; }

    public AccountState State { get; set; }

    /// <summary>Why it cannot be used, in a sentence; null when it can.</summary>
    public string? StateReason { get; set; }

    /// <summary>Both tokens, sealed by <see cref="Tokens.TokenBox"/>; null when they were forgotten.</summary>
    public string? Tokens { get; set; }

    /// <summary>
    /// Counts the tokens: whoever replaces or forgets them says which ones they were, and comes too late when they are
    /// others by now.
    /// </summary>
    public long TokenVersion { get; set; }

    /// <summary>When the access token lapses, by our clock. TikTok has the last word.</summary>
    public DateTimeOffset? AccessExpiresAt { get; set; }

    /// <summary>When the refresh token lapses, by our clock. TikTok has the last word.</summary>
    public DateTimeOffset? RefreshExpiresAt { get; set; }

    /// <summary>Who fetches new tokens now; null: nobody. Nothing correct rests on it.</summary>
    public string? RefreshHolder { get; set; }

    public DateTimeOffset? RefreshUntil { get; set; }

    /// <summary>When its person last consented.</summary>
    public DateTimeOffset ConnectedAt { get; set; }

    /// <summary>When TikTok last answered to the daily check.</summary>
    public DateTimeOffset CheckedAt { get; set; }

    /// <summary>What the person granted.</summary>
    public ScopeSet Granted => ScopeSet.Parse(Scopes);

    /// <summary>What people know it by: its name, or its id while that is not known.</summary>
    public string ShownName =>
        Username is not null ? "@" + Username
        : DisplayName is { Length: > 0 } name ? name
        : OpenId;

    public ConnectedAccount ToConnectedAccount() =>
        new(Id, OwnerId, OpenId, Username, DisplayName, Granted, State, StateReason);
}
