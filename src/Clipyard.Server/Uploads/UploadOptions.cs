namespace Clipyard.Server.Uploads;

/// <summary>
/// How much one owner may have here that no post has taken yet, from the <c>Uploads</c> configuration section. The
/// largest single file is <c>Publishing:MaxVideoBytes</c>.
/// </summary>
internal sealed class UploadOptions
{
    public const string Section = "Uploads";

    /// <summary>Uploads of one owner, complete or not: 1 to 10,000.</summary>
    public int MaxPerOwner { get; set; } = 50;

    /// <summary>All their bytes together, announced ones included: 1 to 1,099,511,627,776.</summary>
    public long MaxBytesPerOwner { get; set; } = 64L << 30;

    /// <summary>How many of one owner's uploads may be receiving bytes at the same time: 1 to 100.</summary>
    public int MaxAtOncePerOwner { get; set; } = 4;

    /// <summary>How long an upload is kept after its last byte unless a post takes it: a minute to a day.</summary>
    public TimeSpan KeepFor { get; set; } = TimeSpan.FromHours(24);
}
