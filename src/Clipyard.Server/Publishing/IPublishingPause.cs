namespace Clipyard.Server.Publishing;

/// <summary>Whether posts and messages go out, for features that send either.</summary>
internal interface IPublishingPause
{
    /// <summary>Whether no post goes out.</summary>
    Task<bool> IsPausedAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Whether messages to webhooks and callbacks wait, too: a database that was put back, or a copy, would tell once more
    /// what was told already, or what is untrue by now.
    /// </summary>
    Task<bool> HoldsMessagesAsync(CancellationToken cancellationToken);
}
