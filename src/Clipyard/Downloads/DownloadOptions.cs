namespace Clipyard.Downloads;

/// <summary>What to download of a post.</summary>
public sealed record DownloadOptions
{
    /// <summary>Which rendition. Default <see cref="QualityChoice.Compatible"/>.</summary>
    public QualityChoice Quality { get; init; } = QualityChoice.Compatible;

    /// <summary>Whether the sound of a photo post is fetched beside its pictures. Default true.</summary>
    public bool PhotoSound { get; init; } = true;

    /// <summary>Whether every subtitle track is fetched, too. Default false.</summary>
    public bool Subtitles { get; init; }

    /// <summary>Whether the cover picture is fetched, too. Default false.</summary>
    public bool Cover { get; init; }

    /// <summary>What happens when the file is there already. Default <see cref="ExistingFile.Keep"/>.</summary>
    public ExistingFile WhenExists { get; init; } = ExistingFile.Keep;
}
