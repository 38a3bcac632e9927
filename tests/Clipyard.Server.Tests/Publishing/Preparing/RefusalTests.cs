using System.Net;
using Clipyard.Failures;
using Clipyard.Sandbox.Worlds;
using Clipyard.Server.Publishing.Posts;
using Clipyard.Server.Publishing.Preparing;
using Clipyard.Server.Storage;
using Clipyard.Server.Tests.Archive;
using Clipyard.Server.Tests.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Clipyard.Server.Tests.Publishing.Preparing;

public sealed class RefusalTests(MadeFiles made)
{
    [Theory]
    [InlineData(404)]
    [InlineData(410)]
    [InlineData(403)]
    public async Task An_address_that_is_gone_ends_the_post(int status)
    {
        await using var host = await PreparingHost.StartAsync();

        var post = await host.PrepareAsync(new PostSource(Url: host.Web.AddStatus("gone.mp4", status)));

        await ShouldFailAsync(host, post, "url_unreachable", $"{status}");
    }

    [Theory]
    [InlineData(503)]
    [InlineData(429)]
    public async Task An_address_that_is_busy_is_tried_again(int status)
    {
        await using var host = await PreparingHost.StartAsync();
        var id = await host.AcceptAsync(new PostSource(Url: host.Web.AddStatus("busy.mp4", status)));

        await ShouldPassAsync(host, id, "url_unreachable");

        host.Web.Add("busy.mp4", await made.BytesAsync("good.mp4"));
        (await host.PrepareAsync(id)).State.ShouldBe(PostState.Queued);
    }

    [Fact]
    public async Task A_transfer_that_breaks_off_is_tried_again_and_leaves_nothing()
    {
        await using var host = await PreparingHost.StartAsync();
        var bytes = await made.BytesAsync("good.mp4");
        var url = host.Web.Add(
            "cut.mp4",
            async (stream, token) =>
            {
                await FileHost.SayAsync(stream, $"HTTP/1.1 200 OK\r\nContent-Length: {bytes.Length}\r\n\r\n", token);
                await stream.WriteAsync(bytes.AsMemory(0, bytes.Length / 2), token);
            }
        );

        await ShouldPassAsync(host, await host.AcceptAsync(new PostSource(Url: url)), "url_unreachable");
    }

    [Fact]
    public async Task A_transfer_that_stands_still_is_given_up_and_tried_again()
    {
        await using var host = await PreparingHost.StartAsync(("Network:IdleTimeout", "00:00:01"));
        var bytes = await made.BytesAsync("good.mp4");
        var url = host.Web.Add(
            "slow.mp4",
            async (stream, token) =>
            {
                await FileHost.SayAsync(stream, $"HTTP/1.1 200 OK\r\nContent-Length: {bytes.Length}\r\n\r\n", token);
                await stream.WriteAsync(bytes.AsMemory(0, 100), token);
                await Task.Delay(Timeout.Infinite, token);
            }
        );

        await ShouldPassAsync(host, await host.AcceptAsync(new PostSource(Url: url)), "url_unreachable");
    }

    [Fact]
    public async Task A_body_without_end_is_cut_at_the_limit()
    {
        await using var host = await PreparingHost.StartAsync(("Publishing:MaxVideoBytes", "1000000"));
        var start = await made.BytesAsync("good.mp4");
        var url = host.Web.Add(
            "endless.mp4",
            async (stream, token) =>
            {
                await FileHost.SayAsync(stream, "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n", token);
                await stream.WriteAsync(start.AsMemory(0, 100), token);
                while (!token.IsCancellationRequested)
                {
                    await stream.WriteAsync(new byte[65536], token);
                }
            }
        );

        var post = await host.PrepareAsync(new PostSource(Url: url));

        await ShouldFailAsync(host, post, "video_too_large", "1,000,000 bytes");
    }

    [Theory]
    [InlineData("<!doctype html><title>Sign in</title>", "a web page")]
    [InlineData("{\"error\":\"no\"}", "JSON")]
    [InlineData("", "an empty file")]
    [InlineData("#!/bin/sh\nexit 1\n", "a file of another kind")]
    public async Task What_is_no_video_is_refused_by_its_first_bytes(string text, string what)
    {
        await using var host = await PreparingHost.StartAsync();
        var url = host.Web.Add("video.mp4", System.Text.Encoding.UTF8.GetBytes(text), "video/mp4");

        await ShouldFailAsync(host, await host.PrepareAsync(new PostSource(Url: url)), "unsupported_media", what);
    }

    [Fact]
    public async Task A_video_whose_end_is_missing_is_refused()
    {
        await using var host = await PreparingHost.StartAsync();
        var bytes = await made.BytesAsync("good.mp4");
        var url = host.Web.Add("half.mp4", bytes[..(bytes.Length / 2)]);

        await ShouldFailAsync(host, await host.PrepareAsync(new PostSource(Url: url)), "unsupported_media", "half.mp4");
    }

    [Fact]
    public async Task A_picture_that_is_too_small_names_its_size_and_the_limit()
    {
        await using var host = await PreparingHost.StartAsync();
        var url = host.Web.Add("tiny.mp4", await made.BytesAsync("tiny.mp4"));

        var post = await host.PrepareAsync(new PostSource(Url: url));

        await ShouldFailAsync(host, post, "unsupported_media", "200x300", "360");
    }

    [Fact]
    public async Task Somebody_elses_clip_is_not_found()
    {
        await using var host = await PreparingHost.StartAsync(setup => setup with { StartScheduler = true });
        var other = await Someone.AddAsync(host.Server, "ben", scopes: "read archive");
        using var theirs = host.Server.CreateClient(other.Key);
        (
            await theirs.PutAsync(
                "/tiktok/student/s1/username",
                System.Net.Http.Json.JsonContent.Create(new { username = DemoWorld.SunnyGarden }),
                TestContext.Current.CancellationToken
            )
        ).StatusCode.ShouldBe(HttpStatusCode.OK);
        using var download = await theirs.PostAsync(
            "/tiktok/student/s1/download?max_videos=1",
            content: null,
            TestContext.Current.CancellationToken
        );
        var kept = await JsonAnswer.ReadAsync(download, TestContext.Current.CancellationToken);
        var clip = kept["videos.0.video_id"].GetString();
        var address = kept["videos.0.local_path"].GetString();

        await ShouldFailAsync(host, await host.PrepareAsync(new PostSource(ClipId: clip)), "not_found", clip!);
        await ShouldFailAsync(host, await host.PrepareAsync(new PostSource(Url: address)), "not_found", "yours");
    }

    [Fact]
    public async Task An_address_inside_is_refused_before_anybody_is_asked()
    {
        await using var host = await PreparingHost.StartAsync();

        var post = await host.PrepareAsync(new PostSource(Url: "http://169.254.169.254/latest/meta-data"));

        await ShouldFailAsync(host, post, "url_not_allowed");
    }

    [Theory]
    [InlineData("still.png", "a PNG picture", "JPEG or WebP")]
    [InlineData("large.jpg", "2160x3840", "1080x1920")]
    [InlineData("good.mp4", "a video")]
    public async Task Pictures_that_TikTok_does_not_take_are_refused(string name, params string[] words)
    {
        await using var host = await PreparingHost.StartAsync();
        var good = host.Web.Add("good", await made.BytesAsync("good.jpg"));
        var bad = host.Web.Add("bad", await made.BytesAsync(name));

        var post = await host.PrepareAsync(new PostSource(Images: [good, bad]), p => p.Kind = PostKind.Photos);

        await ShouldFailAsync(host, post, "unsupported_media", [.. words, "/bad"]);
    }

    [Fact]
    public async Task A_picture_that_is_too_large_or_cut_is_refused()
    {
        await using var host = await PreparingHost.StartAsync();
        var jpeg = await made.BytesAsync("good.jpg");
        var large = host.Web.Add("large.jpg", [.. jpeg, .. new byte[20_000_000]]);
        var cut = host.Web.Add("cut.jpg", jpeg[..^100]);

        var tooLarge = await host.PrepareAsync(new PostSource(Images: [large]), p => p.Kind = PostKind.Photos);
        var broken = await host.PrepareAsync(new PostSource(Images: [cut]), p => p.Kind = PostKind.Photos);

        await ShouldFailAsync(host, tooLarge, "unsupported_media", "20,000,000 bytes");
        await ShouldFailAsync(host, broken, "unsupported_media", "ends early");
    }

    [Fact]
    public async Task A_full_disk_is_waited_for()
    {
        var disk = new SettableDisk();
        await using var host = await PreparingHost.StartAsync(setup =>
            setup with
            {
                ConfigureServices = services => services.AddSingleton<IDiskSpace>(disk),
            }
        );
        var id = await host.AcceptAsync(new PostSource(Url: host.Web.Add("a.mp4", await made.BytesAsync("good.mp4"))));
        disk.Free = 1000;

        await ShouldPassAsync(host, id, "storage_full");

        disk.Free = 1L << 40;
        (await host.PrepareAsync(id)).State.ShouldBe(PostState.Queued);
    }

    private static async Task ShouldFailAsync(PreparingHost host, Post post, string code, params string[] words)
    {
        post.State.ShouldBe(PostState.Failed);
        post.FailureCode.ShouldBe(code, post.FailureDetail);
        foreach (var word in words)
        {
            post.FailureDetail.ShouldNotBeNull().ShouldContain(word);
        }

        host.Staged().ShouldBeEmpty();
        host.Unfinished().ShouldBe(0);
        (await host.FilesAsync(post.Id)).ShouldBeEmpty();
        var last = (await host.LogAsync(post.Id))[^1];
        (last.Type, last.State).ShouldBe((PostEventTypes.State, PostState.Failed));
    }

    private static async Task ShouldPassAsync(PreparingHost host, Guid id, string code)
    {
        var error = await Should.ThrowAsync<ClipyardException>(() => host.PrepareAsync(id));

        error.Code.ShouldBe(code);
        error.IsTransient.ShouldBeTrue();
        (await host.RowAsync(id)).State.ShouldBe(PostState.Preparing);
        host.Staged().ShouldBeEmpty();
        host.Unfinished().ShouldBe(0);
    }

    private sealed class SettableDisk : IDiskSpace
    {
        public long Free { get; set; } = 1L << 40;

        public long FreeBytes(string folder) => Free;
    }
}
