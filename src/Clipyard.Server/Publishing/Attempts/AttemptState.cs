namespace Clipyard.Server.Publishing.Attempts;

/// <summary>Whether an attempt may have led, or may yet lead, to a post.</summary>
internal enum AttemptState
{
    /// <summary>It certainly has not led to a post, and cannot without us: TikTok misses the end of the file.</summary>
    Open,

    /// <summary>It may lead to a post, or has: the end of the file may be with TikTok. Only TikTok's word ends it.</summary>
    Committed,

    /// <summary>It never will: it was given up while it was open (or by rule E6).</summary>
    Abandoned,

    /// <summary>TikTok said how it ended.</summary>
    Ended,
}
