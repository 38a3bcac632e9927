using Clipyard.Downloads;

namespace Clipyard.Tests.Client;

public sealed class Capabilities
{
    [Fact]
    public void Capabilities_say_what_this_version_does()
    {
        var capabilities = ClipyardClient.Capabilities;

        capabilities.LinkKinds.ShouldBe(["video", "photo", "short_link", "profile"]);
        capabilities.Qualities.ShouldBe(["compatible", "best", "hd", "sd", "ld", "mobile", "worst", "audio"]);
        capabilities.Containers.ShouldBe(["mp4", "mov"]);
        capabilities.Audio.ShouldBe(["m4a", "mp3"]);
        capabilities.Photos.ShouldBe(["jpg", "webp", "png", "avif", "heic"]);
        capabilities.Subtitles.ShouldBe(["webvtt", "srt", "creator_caption"]);
        capabilities.Engines.ShouldBe(["native", "yt-dlp", "auto"]);
    }

    [Fact]
    public void Every_quality_and_engine_that_can_be_chosen_is_among_them()
    {
        var capabilities = ClipyardClient.Capabilities;

        capabilities.Qualities.ShouldBe(
            Enum.GetNames<QualityChoice>().Select(name => name.ToLowerInvariant()),
            ignoreOrder: true
        );
        capabilities
            .Engines.Select(name => Enum.Parse<ExtractionEngine>(name.Replace("-", ""), ignoreCase: true))
            .ShouldBe(Enum.GetValues<ExtractionEngine>(), ignoreOrder: true);
    }
}
