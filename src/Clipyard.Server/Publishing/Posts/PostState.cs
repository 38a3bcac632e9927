namespace Clipyard.Server.Publishing.Posts;

/// <summary>Where a post stands. Which state leads where: <see cref="PostStates"/>.</summary>
internal enum PostState
{
    /// <summary>Its files are being fetched, checked and, when asked, repaired.</summary>
    Preparing,

    /// <summary>A person has to approve it.</summary>
    AwaitingApproval,

    /// <summary>Waits for the time that was chosen.</summary>
    Scheduled,

    /// <summary>Goes out as soon as its account's lane and TikTok's limits let it.</summary>
    Queued,

    /// <summary>TikTok is being told of it.</summary>
    Initialising,

    /// <summary>Its bytes are on their way: sent by us, or fetched by TikTok.</summary>
    Uploading,

    /// <summary>TikTok has it, or may have it, and works on it.</summary>
    Processing,

    /// <summary>TikTok has been saying nothing final for hours. It is asked on.</summary>
    Uncertain,

    /// <summary>The draft lies in the creator's inbox. A success, at rest: the creator may still post it.</summary>
    InInbox,

    /// <summary>It is posted.</summary>
    Published,

    /// <summary>It came to nothing, and says why.</summary>
    Failed,

    /// <summary>A person said no.</summary>
    Rejected,

    /// <summary>A person stopped it before it went out.</summary>
    Cancelled,
}
