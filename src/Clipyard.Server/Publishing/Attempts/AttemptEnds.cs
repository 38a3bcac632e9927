namespace Clipyard.Server.Publishing.Attempts;

/// <summary>Why attempts were abandoned, or how they ended.</summary>
internal static class AttemptEnds
{
    /// <summary>TikTok refused the init.</summary>
    public const string Refused = "refused";

    /// <summary>The answer to the init was lost, or its maker died before writing it down (rule E5).</summary>
    public const string AnswerLost = "answer_lost";

    /// <summary>The upload address lapsed, or nobody fetched, while nothing could have happened yet (rule E6).</summary>
    public const string Lapsed = "lapsed";

    /// <summary>A person cancelled the post, or its account left (rule E3).</summary>
    public const string Cancelled = "cancelled";

    /// <summary>TikTok says FAILED.</summary>
    public const string Failed = "failed";

    /// <summary>TikTok says that it is posted.</summary>
    public const string Published = "published";

    /// <summary>A person looked and said that TikTok has nothing of it (rule E8).</summary>
    public const string NotPosted = "not_posted";
}
