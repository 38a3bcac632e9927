using Clipyard.Failures;
using Clipyard.Server.Publishing.Posts;
using Clipyard.Server.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Clipyard.Server.Tests.Publishing.Preparing;

public sealed class RepairTests(MadeFiles made)
{
    [Fact]
    public async Task A_video_of_120_pictures_a_second_is_refused_and_its_repair_offered()
    {
        await using var host = await PreparingHost.StartAsync();

        var post = await host.PrepareAsync(await SourceAsync(host, "fast.mp4"));

        (post.State, post.FailureCode).ShouldBe((PostState.Failed, "unsupported_media"));
        post.FailureDetail.ShouldNotBeNull().ShouldContain("120");
        post.FailureDetail.ShouldContain("60");
        post.FailureDetail.ShouldContain("repair: true");
        host.Staged().ShouldBeEmpty();
    }

    [Fact]
    public async Task Repaired_it_has_60_and_the_post_says_what_changed()
    {
        await using var host = await PreparingHost.StartAsync();

        var post = await host.PrepareAsync(await SourceAsync(host, "fast.mp4"), p => p.Repair = true);

        post.State.ShouldBe(PostState.Queued, post.FailureDetail);
        var file = (await host.FilesAsync(post.Id)).ShouldHaveSingleItem();
        file.FrameRate.ShouldNotBeNull().ShouldBe(60, 0.5);
        (file.Width, file.Height, file.ContentType).ShouldBe((360, 640, "video/mp4"));
        post.RepairNotes.ShouldNotBeNull().ShouldContain(note => note.Contains("60"));
        (await host.LogAsync(post.Id))[^1].Message.ShouldNotBeNull().ShouldContain("60");
        host.Staged().ShouldBe([file.Object]);
        (await host.ObjectAsync(file.Object)).LongLength.ShouldBe(file.Bytes);
        host.Unfinished().ShouldBe(0);
    }

    [Fact]
    public async Task What_is_accepted_stays_as_it_is_though_a_repair_was_allowed()
    {
        await using var host = await PreparingHost.StartAsync();

        var post = await host.PrepareAsync(await SourceAsync(host, "good.mov"), p => p.Repair = true);

        post.State.ShouldBe(PostState.Queued, post.FailureDetail);
        post.RepairNotes.ShouldBeNull();
        (await host.FilesAsync(post.Id))[0].Bytes.ShouldBe((await made.BytesAsync("good.mov")).Length);
    }

    [Theory]
    [InlineData(true, "asked for")]
    [InlineData(false, "would mend")]
    public async Task Without_ffmpeg_the_refusal_says_so(bool repair, string words)
    {
        await using var host = await PreparingHost.StartAsync(("Publishing:FfmpegPath", "no-such-ffmpeg"));

        var post = await host.PrepareAsync(await SourceAsync(host, "fast.mp4"), p => p.Repair = repair);

        (post.State, post.FailureCode).ShouldBe((PostState.Failed, "unsupported_media"));
        post.FailureDetail.ShouldNotBeNull().ShouldContain(words);
        post.FailureDetail.ShouldContain("ffmpeg");
        post.FailureDetail.ShouldContain("120");
    }

    [Fact]
    public async Task A_repair_waits_for_the_room_it_needs()
    {
        var bytes = await made.BytesAsync("fast.mp4");
        var disk = new OneAndAHalf(bytes.Length);
        await using var host = await PreparingHost.StartAsync(setup =>
            setup with
            {
                Settings = ServerHost.With(setup, ("Storage:KeepFreeBytes", "1000")),
                ConfigureServices = services => services.AddSingleton<IDiskSpace>(disk),
            }
        );
        var id = await host.AcceptAsync(await SourceAsync(host, "fast.mp4"), p => p.Repair = true);

        var error = await Should.ThrowAsync<ClipyardException>(() => host.PrepareAsync(id));

        (error.Code, error.IsTransient).ShouldBe(("storage_full", true));
        host.Unfinished().ShouldBe(0);
    }

    private async Task<PostSource> SourceAsync(PreparingHost host, string name) =>
        new(Url: host.Web.Add(name, await made.BytesAsync(name)));

    /// <summary>Room for the file, not for its repair.</summary>
    private sealed class OneAndAHalf(long bytes) : IDiskSpace
    {
        public long FreeBytes(string folder) => 1000 + (bytes * 3 / 2);
    }
}
