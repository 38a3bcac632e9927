using Clipyard.Downloads;
using Clipyard.Failures;
using Clipyard.Sandbox;
using Clipyard.Sandbox.Worlds;

namespace Clipyard.Tests.Downloads;

public sealed class Storing
{
    [Fact]
    public async Task A_file_that_is_there_is_left_alone()
    {
        await using var host = await LibraryHost.StartAsync();
        var first = await host.DownloadAsync(DemoWorld.PlainVideo);
        host.Sandbox.Journal.Clear();

        var second = await host.DownloadAsync(DemoWorld.PlainVideo);

        second.Files[0].AlreadyThere.ShouldBeTrue();
        second.Files[0].SizeBytes.ShouldBe(first.Files[0].SizeBytes);
        host.Sandbox.Journal.Of(SandboxEndpoint.Media).ShouldBeEmpty();
    }

    [Fact]
    public async Task Half_a_file_under_the_final_name_is_not_taken_for_a_whole_one()
    {
        await using var host = await LibraryHost.StartAsync();
        var path = (await host.DownloadAsync(DemoWorld.PlainVideo)).Files[0].Path;
        var whole = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(path, whole[..(whole.Length / 2)], TestContext.Current.CancellationToken);

        var second = await host.DownloadAsync(DemoWorld.PlainVideo);

        second.Files[0].AlreadyThere.ShouldBeFalse();
        new FileInfo(path).Length.ShouldBe(whole.Length);
    }

    [Fact]
    public async Task Asked_to_replace_it_fetches_again()
    {
        await using var host = await LibraryHost.StartAsync();
        await host.DownloadAsync(DemoWorld.PlainVideo);
        host.Sandbox.Journal.Clear();

        var second = await host.DownloadAsync(
            DemoWorld.PlainVideo,
            new DownloadOptions { WhenExists = ExistingFile.Replace }
        );

        second.Files[0].AlreadyThere.ShouldBeFalse();
        host.Sandbox.Journal.Of(SandboxEndpoint.Media).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_full_disk_is_named_and_leaves_nothing_behind()
    {
        await using var host = await LibraryHost.StartAsync();
        var sink = new FullSink();

        var error = await Should.ThrowAsync<ClipyardException>(
            host.Client.Downloads.DownloadAsync(
                LibraryHost.Video(DemoWorld.PlainVideo),
                sink,
                cancellationToken: TestContext.Current.CancellationToken
            )
        );

        error.Code.ShouldBe("storage_full");
        sink.KeptForResume.ShouldBeFalse();
        sink.Committed.ShouldBeFalse();
        // No other rendition or mirror would have found more room.
        host.Sandbox.Journal.Of(SandboxEndpoint.Media).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_named()
    {
        await using var host = await LibraryHost.StartAsync();
        var file = Path.Combine(host.Folder, "a-file");
        await File.WriteAllTextAsync(file, "in the way", TestContext.Current.CancellationToken);

        var error = await Should.ThrowAsync<ClipyardException>(
            host.Client.Downloads.DownloadAsync(
                LibraryHost.Video(DemoWorld.PlainVideo),
                new FolderSink(Path.Combine(file, "below")),
                cancellationToken: TestContext.Current.CancellationToken
            )
        );

        error.Code.ShouldBe("storage_unavailable");
    }

    [Theory]
    [InlineData("../outside.mp4")]
    [InlineData("a/../../outside.mp4")]
    [InlineData("/tmp/outside.mp4")]
    public async Task A_name_that_leads_out_of_the_folder_is_refused(string name)
    {
        await using var host = await LibraryHost.StartAsync();

        var error = await Should.ThrowAsync<ClipyardException>(
            host.Client.Downloads.DownloadAsync(
                LibraryHost.Video(DemoWorld.PlainVideo),
                new FolderSink(host.Folder, _ => name),
                cancellationToken: TestContext.Current.CancellationToken
            )
        );

        error.Code.ShouldBe("invalid_parameter");
    }

    [Theory]
    [InlineData("-01.jpg")]
    [InlineData(".m4a")]
    public async Task Junk_under_the_final_name_is_not_taken_for_a_picture_or_sound(string suffix)
    {
        await using var host = await LibraryHost.StartAsync();
        await File.WriteAllTextAsync(
            Path.Combine(host.Folder, DemoWorld.Photos + suffix),
            "junk",
            TestContext.Current.CancellationToken
        );

        var result = await host.DownloadAsync(DemoWorld.Photos);

        result.Files.ShouldAllBe(file => !file.AlreadyThere);
    }

    [Fact]
    public async Task A_picture_is_found_again_under_the_extension_it_turned_out_to_have()
    {
        await using var host = await LibraryHost.StartAsync();
        var first = await host.DownloadAsync(DemoWorld.SinglePhoto);

        var second = await host.DownloadAsync(DemoWorld.SinglePhoto);

        second.Files.ShouldAllBe(file => file.AlreadyThere);
        second.Files.Select(file => file.Path).ShouldBe(first.Files.Select(file => file.Path));
    }

    [Fact]
    public async Task A_writer_that_is_done_leaves_the_next_one_s_part_alone()
    {
        await using var host = await LibraryHost.StartAsync();
        var part = await PartAsync(host);
        var token = TestContext.Current.CancellationToken;
        var first = await host.Sink.BeginAsync(part, "v1", token);
        await first.Content.WriteAsync(new byte[] { 1 }, token);
        await first.CommitAsync("mp4", token);

        await using var second = await host.Sink.BeginAsync(part, "v1", token);
        await second.Content.WriteAsync(new byte[] { 1, 2 }, token);
        await first.DisposeAsync();

        (await second.CommitAsync("mp4", token)).SizeBytes.ShouldBe(2);
    }

    [Fact]
    public async Task A_part_that_somebody_writes_is_not_swept_up_by_another_version()
    {
        await using var host = await LibraryHost.StartAsync();
        var part = await PartAsync(host);
        var token = TestContext.Current.CancellationToken;
        await using var slow = await host.Sink.BeginAsync(part, "v2", token);
        await using (var quick = await host.Sink.BeginAsync(part, "v1", token))
        {
            await quick.Content.WriteAsync(new byte[] { 1 }, token);
            await quick.CommitAsync("mp4", token);
        }

        await slow.Content.WriteAsync(new byte[] { 1, 2 }, token);
        (await slow.CommitAsync("mp4", token)).SizeBytes.ShouldBe(2);
    }

    private static async Task<MediaPart> PartAsync(LibraryHost host) =>
        new(
            await host.Client.Videos.GetAsync(
                LibraryHost.Video(DemoWorld.PlainVideo),
                TestContext.Current.CancellationToken
            ),
            MediaPartKind.Video,
            1,
            "mp4"
        );

    [Fact]
    public async Task The_same_goal_is_not_written_by_two_at_once()
    {
        await using var host = await LibraryHost.StartAsync();
        var part = await PartAsync(host);
        await using var first = await host.Sink.BeginAsync(part, "v1", TestContext.Current.CancellationToken);

        var error = await Should.ThrowAsync<ClipyardException>(
            host.Sink.BeginAsync(part, "v1", TestContext.Current.CancellationToken)
        );

        error.Code.ShouldBe("storage_unavailable");
        error.Detail!.ShouldContain("Somebody else");
    }
}
