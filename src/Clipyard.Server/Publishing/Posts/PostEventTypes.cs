namespace Clipyard.Server.Publishing.Posts;

/// <summary>What the log of a post tells beside changes of state.</summary>
internal static class PostEventTypes
{
    /// <summary>The state changed.</summary>
    public const string State = "state";

    /// <summary>A person approved it.</summary>
    public const string Approved = "approved";

    /// <summary>Somebody changed it.</summary>
    public const string Edited = "edited";

    /// <summary>TikTok's answer to an init, or its refusal.</summary>
    public const string Init = "init";

    /// <summary>The attempt may take effect from here on (rule E2).</summary>
    public const string Committed = "committed";

    /// <summary>The attempt will never take effect (rules E3, E5, E6).</summary>
    public const string Abandoned = "abandoned";

    /// <summary>It goes out later, and why.</summary>
    public const string Waiting = "waiting";

    /// <summary>What TikTok says of it changed.</summary>
    public const string Status = "status";

    /// <summary>TikTok sent a webhook about it.</summary>
    public const string Webhook = "webhook";

    /// <summary>A public post of it became known.</summary>
    public const string PostId = "post_id";

    /// <summary>Its staged files are gone.</summary>
    public const string FilesRemoved = "files_removed";
}
