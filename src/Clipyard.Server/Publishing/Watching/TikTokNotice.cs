namespace Clipyard.Server.Publishing.Watching;

/// <summary>A webhook of TikTok's, kept so that it counts once, and also when its post is not known yet (rule E9).</summary>
/// <remarks>It has no owner of its own: the attempt that it is matched with has one.</remarks>
internal sealed class TikTokNotice
{
    /// <summary>The same for every delivery of the same event.</summary>
    public required string Key { get; set; }

    public DateTimeOffset ReceivedAt { get; set; }

    /// <summary>TikTok's name: <c>post.publish.complete</c>.</summary>
    public required string Name { get; set; }

    public string? OpenId { get; set; }

    public string? PublishId { get; set; }

    /// <summary>The public post; null unless the event is about one.</summary>
    public string? PostId { get; set; }

    /// <summary>When it was matched; null while its post is not known.</summary>
    public DateTimeOffset? MatchedAt { get; set; }
}
