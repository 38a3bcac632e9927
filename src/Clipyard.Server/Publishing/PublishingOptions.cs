namespace Clipyard.Server.Publishing;

/// <summary>How posts go out, from the <c>Publishing</c> configuration section.</summary>
internal sealed class PublishingOptions
{
    public const string Section = "Publishing";

    /// <summary>How late a scheduled direct post may begin; later it fails as <c>missed_schedule</c>. Drafts go out all the same.</summary>
    public TimeSpan LatestStart { get; set; } = TimeSpan.FromHours(1);

    /// <summary>The largest video taken, in bytes. TikTok's own limit is 4,294,967,296.</summary>
    public long MaxVideoBytes { get; set; } = 4_294_967_296;

    /// <summary>TikTok's cap on drafts of the last 24 hours that nobody has posted yet; 0: TikTok alone decides.</summary>
    public int MaxPendingDrafts { get; set; } = 5;

    /// <summary>TikTok's usual cap on direct posts in 24 hours; it differs between creators. 0: TikTok alone decides.</summary>
    public int MaxDirectPostsPerDay { get; set; } = 15;

    /// <summary>How many uploads to TikTok run at once on this machine.</summary>
    public int MaxUploads { get; set; } = 8;

    /// <summary>How many posts are prepared (fetched, checked, repaired) at once on this machine.</summary>
    public int MaxPreparations { get; set; } = 8;

    /// <summary>How long staged files stay after the post has ended; 24 h at most.</summary>
    public TimeSpan KeepStaged { get; set; } = TimeSpan.FromHours(1);

    /// <summary>ffmpeg's file, or its name in a folder of <c>PATH</c>, for repairs that were asked for; null: <c>ffmpeg</c>.</summary>
    public string? FfmpegPath { get; set; }

    /// <summary>How long one repair may take.</summary>
    public TimeSpan RepairTimeLimit { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>The most rows that one import of posts may have.</summary>
    public int MaxImportRows { get; set; } = 10_000;
}
