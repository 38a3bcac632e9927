namespace Clipyard.Server.Storage;

/// <summary>Where kept files are and how they are given out, from the <c>Storage</c> configuration section.</summary>
internal sealed class StorageOptions
{
    public const string Section = "Storage";

    /// <summary>The bucket: with the disk driver a folder below <c>DATA/media</c>.</summary>
    public string Bucket { get; set; } = "tiktok-videos";

    /// <summary>What stays free on the disk for the database: nothing is stored that would leave less.</summary>
    public long KeepFreeBytes { get; set; } = 1L << 30;

    /// <summary>How long a signed address works; from 12 hours on up to the next full hour.</summary>
    public TimeSpan AddressLifetime { get; set; } = TimeSpan.FromHours(24);

    /// <summary>Whether addresses are plain and permanent: whoever knows one can fetch it for ever.</summary>
    public bool Public { get; set; }
}
