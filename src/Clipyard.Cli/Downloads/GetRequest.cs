using Clipyard.Cli.Options;
using Clipyard.Cli.Templates;
using Clipyard.Downloads;

namespace Clipyard.Cli.Downloads;

/// <summary>What <c>get</c> was asked to do.</summary>
internal sealed record GetRequest
{
    public required OutputTemplate Template { get; init; }

    /// <summary>Where everything goes.</summary>
    public required string Folder { get; init; }

    public required DownloadOptions Options { get; init; }

    public required PostSelection Selection { get; init; }

    public string? ArchiveFile { get; init; }

    public TimeSpan Sleep { get; init; }

    public int Concurrency { get; init; }

    public bool Simulate { get; init; }

    public bool WriteInfoJson { get; init; }

    /// <summary>Whether what is there, or in the archive, is fetched again.</summary>
    public bool Force => Options.WhenExists is ExistingFile.Replace;

    /// <exception cref="UsageException">The output template is wrong.</exception>
    public static GetRequest From(Settings settings)
    {
        var template = ParseTemplate(settings.Text(DownloadOptionSet.Output) ?? OutputTemplate.Default);
        var defaults = new ClipyardOptions();
        var quality = settings.Has(DownloadOptionSet.ExtractAudio)
            ? QualityChoice.Audio
            : settings.Value(DownloadOptionSet.Quality) ?? QualityChoice.Compatible;
        return new GetRequest
        {
            Template = template,
            Folder = Path.Combine(settings.Text(DownloadOptionSet.Paths) ?? ".", template.RootFolder),
            Selection = PostSelection.From(settings),
            ArchiveFile = settings.Text(DownloadOptionSet.Archive),
            Sleep = settings.Value(DownloadOptionSet.Sleep) ?? TimeSpan.Zero,
            Concurrency = settings.Value(NetworkOptions.Concurrency) ?? defaults.Concurrency,
            Simulate = settings.Has(DownloadOptionSet.Simulate),
            WriteInfoJson = settings.Has(DownloadOptionSet.WriteInfoJson),
            Options = new DownloadOptions
            {
                Quality = quality,
                Subtitles = settings.Has(DownloadOptionSet.WriteSubtitles),
                Cover = settings.Has(DownloadOptionSet.WriteCover),
                WhenExists = settings.Has(DownloadOptionSet.Force) ? ExistingFile.Replace : ExistingFile.Keep,
            },
        };
    }

    private static OutputTemplate ParseTemplate(string text)
    {
        try
        {
            return OutputTemplate.Parse(text);
        }
        catch (FormatException error)
        {
            throw new UsageException(error.Message);
        }
    }
}
