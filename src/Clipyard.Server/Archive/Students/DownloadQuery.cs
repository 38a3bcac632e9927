using System.ComponentModel;
using Clipyard.Downloads;
using Clipyard.Server.Api;
using Clipyard.Server.Archive.Fetching;
using Microsoft.AspNetCore.Mvc;

namespace Clipyard.Server.Archive.Students;

/// <summary>The query of a student's download, as given: read here, so that each refusal names its parameter.</summary>
internal sealed record DownloadQuery
{
    public const int DefaultVideos = 10;

    public const int MostVideos = 500;

    [FromQuery(Name = "max_videos")]
    [Description("How many posts: 1 to 500, default 10.")]
    public string? MaxVideos { get; init; }

    [FromQuery(Name = "random_selection")]
    [Description("true: chosen at random among all of the creator's posts instead of the newest.")]
    public string? RandomSelection { get; init; }

    [FromQuery(Name = "quality")]
    [Description("compatible, best, hd, sd, ld, mobile, worst or audio; the default is a setting of the server.")]
    public string? Quality { get; init; }

    [FromQuery(Name = "audio_only")]
    [Description("true: only the sound.")]
    public string? AudioOnly { get; init; }

    [FromQuery(Name = "force")]
    [Description("true: fetch again what is kept already, as a new generation.")]
    public string? Force { get; init; }

    /// <exception cref="Failures.ClipyardException"><c>invalid_parameter</c>, naming it.</exception>
    public StudentDownloadRequest Read(QualityChoice defaultQuality) =>
        new()
        {
            MaxVideos = QueryValue.WholeNumber("max_videos", MaxVideos, DefaultVideos, 1, MostVideos),
            RandomSelection = QueryValue.Flag("random_selection", RandomSelection),
            Quality = string.IsNullOrEmpty(Quality) ? defaultQuality : QualityText.Parse(Quality),
            AudioOnly = QueryValue.Flag("audio_only", AudioOnly),
            Force = QueryValue.Flag("force", Force),
        };
}
