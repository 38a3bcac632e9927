using Clipyard.Downloads;
using Clipyard.Failures;
using Clipyard.Sandbox;
using Clipyard.Sandbox.Faults;
using Clipyard.Sandbox.Worlds;

namespace Clipyard.Tests.Downloads;

public sealed class PhotosAndExtras
{
    [Fact]
    public async Task A_photo_post_gives_its_pictures_in_order_and_its_sound()
    {
        await using var host = await LibraryHost.StartAsync();

        var result = await host.DownloadAsync(DemoWorld.Photos);

        result
            .Files.Select(file => file.Part.Kind)
            .ShouldBe([.. Enumerable.Repeat(MediaPartKind.Image, 4), MediaPartKind.Audio]);
        host.Files().Count(name => name.StartsWith(DemoWorld.Photos + "-0") && name.EndsWith(".jpg")).ShouldBe(4);
        result.Files.ShouldAllBe(file => file.Sha256 == VideoDownloads.Sha256(file.Path));
    }

    [Fact]
    public async Task A_picture_is_named_by_what_its_bytes_are()
    {
        await using var host = await LibraryHost.StartAsync();

        var result = await host.DownloadAsync(DemoWorld.SinglePhoto, new DownloadOptions { PhotoSound = false });

        var file = result.Files.ShouldHaveSingleItem();
        var start = (await File.ReadAllBytesAsync(file.Path, TestContext.Current.CancellationToken))[..4];
        file.Path.ShouldEndWith(start is [0xFF, 0xD8, ..] ? ".jpg" : ".webp");
    }

    [Fact]
    public async Task Of_a_photo_post_the_sound_alone_can_be_had()
    {
        await using var host = await LibraryHost.StartAsync();

        var result = await host.DownloadAsync(DemoWorld.Photos, new DownloadOptions { Quality = QualityChoice.Audio });

        result.Files.ShouldHaveSingleItem().Part.Kind.ShouldBe(MediaPartKind.Audio);
    }

    [Fact]
    public async Task A_page_instead_of_a_picture_is_refused()
    {
        await using var host = await LibraryHost.StartAsync();
        host.Fault(FaultKind.HtmlInstead, SandboxEndpoint.Image, times: null);

        var error = await Should.ThrowAsync<ClipyardException>(host.DownloadAsync(DemoWorld.Photos));

        error.Code.ShouldBe("media_corrupt");
        host.Files().ShouldBeEmpty();
    }

    [Fact]
    public async Task Half_a_picture_is_refused()
    {
        await using var host = await LibraryHost.StartAsync();
        host.Fault(FaultKind.Truncated, SandboxEndpoint.Image, times: null, bytes: 900);

        var error = await Should.ThrowAsync<ClipyardException>(host.DownloadAsync(DemoWorld.Photos));

        error.Code.ShouldBeOneOf("media_corrupt", "media_incomplete");
    }

    [Fact]
    public async Task Subtitles_and_cover_come_on_request()
    {
        await using var host = await LibraryHost.StartAsync();

        var result = await host.DownloadAsync(
            DemoWorld.WithSubtitles,
            new DownloadOptions { Subtitles = true, Cover = true }
        );

        result.Missing.ShouldBeEmpty();
        result.Files.Count(file => file.Part.Kind == MediaPartKind.Subtitle).ShouldBe(3);
        result.Files.Count(file => file.Part.Kind == MediaPartKind.Cover).ShouldBe(1);
        result.Files.Select(file => file.Path).Distinct().Count().ShouldBe(5);
    }

    [Fact]
    public async Task A_missing_subtitle_costs_nothing_but_itself()
    {
        await using var host = await LibraryHost.StartAsync();
        host.Fault(FaultKind.Status, SandboxEndpoint.Subtitle, status: 404, times: null);

        var result = await host.DownloadAsync(DemoWorld.WithSubtitles, new DownloadOptions { Subtitles = true });

        result.Files.ShouldHaveSingleItem().Part.Kind.ShouldBe(MediaPartKind.Video);
        result.Missing.Count.ShouldBe(3);
        result.Missing.ShouldAllBe(missing => missing.Error.Code == "media_expired");
    }
}
