namespace Clipyard.Client.Posts;

/// <summary>Where a post stands.</summary>
public enum PostState
{
    /// <summary>A state that this version of the library does not know.</summary>
    Unknown,

    /// <summary>Its files are being fetched and checked.</summary>
    Preparing,

    /// <summary>A person has to approve it.</summary>
    AwaitingApproval,

    /// <summary>Waits for the time that was chosen.</summary>
    Scheduled,

    /// <summary>Goes out as soon as TikTok's limits let it.</summary>
    Queued,

    /// <summary>TikTok is being told of it.</summary>
    Initialising,

    /// <summary>Its bytes are on their way.</summary>
    Uploading,

    /// <summary>TikTok works on it.</summary>
    Processing,

    /// <summary>TikTok has been saying nothing final for hours.</summary>
    Uncertain,

    /// <summary>The draft lies in the creator's inbox.</summary>
    InInbox,

    /// <summary>It is posted.</summary>
    Published,

    /// <summary>It came to nothing, and says why.</summary>
    Failed,

    /// <summary>A person said no.</summary>
    Rejected,

    /// <summary>A person stopped it.</summary>
    Cancelled,
}
