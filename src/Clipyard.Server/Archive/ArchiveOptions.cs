using Clipyard.Downloads;

namespace Clipyard.Server.Archive;

/// <summary>How posts are archived, from the <c>Archive</c> configuration section.</summary>
internal sealed class ArchiveOptions
{
    public const string Section = "Archive";

    /// <summary>The pause between two posts of one lane. 0 is allowed, for hosts that are ours.</summary>
    public TimeSpan Pause { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>The quality of a download that names none.</summary>
    public QualityChoice Quality { get; set; } = QualityChoice.Compatible;

    /// <summary>After how long a step of a job lets others have its place.</summary>
    public TimeSpan StepDuration { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>After how many bytes a step of a job lets others have its place.</summary>
    public long StepBytes { get; set; } = 64L << 20;
}
