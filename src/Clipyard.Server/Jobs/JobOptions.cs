using System.ComponentModel.DataAnnotations;

namespace Clipyard.Server.Jobs;

/// <summary>How background work runs, from the <c>Jobs</c> configuration section.</summary>
internal sealed class JobOptions
{
    public const string Section = "Jobs";

    /// <summary>How many lanes may fetch from TikTok at once.</summary>
    [Range(1, 64)]
    public int MaxFetches { get; init; } = 8;

    /// <summary>How long a job and its items can be asked for after its end.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "3650.00:00:00")]
    public TimeSpan KeepFinished { get; init; } = TimeSpan.FromDays(30);

    /// <summary>How long the event stream can be read again.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "365.00:00:00")]
    public TimeSpan KeepEvents { get; init; } = TimeSpan.FromDays(7);
}
