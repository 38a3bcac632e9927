using System.Buffers.Binary;
using System.Net;
using System.Net.Http.Headers;
using Clipyard.Sandbox.Faults;
using Clipyard.Sandbox.Worlds;
using Clipyard.Testing;

namespace Clipyard.Sandbox.Tests.Media;

public sealed class MediaTests
{
    [Fact]
    public async Task A_video_needs_the_cookie_of_its_page_with_or_without_its_quotes()
    {
        await using var session = await SandboxSession.StartAsync(Token);
        var page = await WatchedPage.OpenAsync(session, DemoWorld.PlainVideo);

        using var without = await session.GetAsync(page.FirstVideo);
        using var wrong = await session.GetAsync(
            page.FirstVideo,
            ("Cookie", "tt_chain_token=AAAAAAAAAAAAAAAAAAAAAA==")
        );
        using var quoted = await session.GetAsync(page.FirstVideo, ("Cookie", page.Cookie));
        using var plain = await session.GetAsync(
            page.FirstVideo,
            ("Cookie", page.Cookie.Replace("\"", "", StringComparison.Ordinal))
        );

        without.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        wrong.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        plain.StatusCode.ShouldBe(HttpStatusCode.OK);
        quoted.StatusCode.ShouldBe(HttpStatusCode.OK);
        quoted.Content.Headers.ContentType!.MediaType.ShouldBe("video/mp4");
        quoted.Content.Headers.ContentLength.ShouldBe(long.Parse(page.Item["video"]!["size"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Every_rendition_has_the_bytes_that_its_page_states()
    {
        await using var session = await SandboxSession.StartAsync(Token);
        foreach (
            var id in (string[])
                [DemoWorld.PlainVideo, DemoWorld.LowBitrate1080, DemoWorld.VideoOnlyHevc, DemoWorld.Bytevc2]
        )
        {
            var page = await WatchedPage.OpenAsync(session, id);
            foreach (var rendition in page.Item["video"]!["bitrateInfo"]!.AsArray())
            {
                var address = rendition!["PlayAddr"]!;
                var bytes = await page.DownloadAsync(address["UrlList"]![0]!.GetValue<string>());

                bytes.Length.ShouldBe(int.Parse(address["DataSize"]!.GetValue<string>()));
                bytes.AsSpan(4, 4).SequenceEqual("ftyp"u8).ShouldBeTrue();
                Md5(bytes).ShouldBe(address["FileHash"]!.GetValue<string>());
            }
        }
    }

    [Fact]
    public async Task An_address_lapses_and_a_new_page_has_a_fresh_one()
    {
        await using var session = await SandboxSession.StartAsync(Token);
        var page = await WatchedPage.OpenAsync(session, DemoWorld.PlainVideo);

        session.Sandbox.Clock.Advance(TimeSpan.FromHours(49));
        using var lapsed = await session.GetAsync(page.FirstVideo, ("Cookie", page.Cookie));
        var again = await WatchedPage.OpenAsync(session, DemoWorld.PlainVideo);
        using var fresh = await session.GetAsync(again.FirstVideo, ("Cookie", again.Cookie));

        lapsed.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        fresh.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_changed_expiry_or_signature_is_refused()
    {
        await using var session = await SandboxSession.StartAsync(Token);
        var page = await WatchedPage.OpenAsync(session, DemoWorld.PlainVideo);

        using var later = await session.GetAsync(
            page.FirstVideo.Replace("&expire=", "&expire=9", StringComparison.Ordinal),
            ("Cookie", page.Cookie)
        );
        using var forged = await session.GetAsync(
            page.FirstVideo.Replace("&signature=", "&signature=0", StringComparison.Ordinal),
            ("Cookie", page.Cookie)
        );

        later.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        forged.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("bytes=0-", 0, null)]
    [InlineData("bytes=100-199", 100, 100)]
    [InlineData("bytes=-50", -50, 50)]
    public async Task A_range_is_answered_with_that_part(string range, int from, int? count)
    {
        await using var session = await SandboxSession.StartAsync(Token);
        var page = await WatchedPage.OpenAsync(session, DemoWorld.PlainVideo);
        var whole = await page.DownloadAsync(page.FirstVideo);

        using var response = await session.GetAsync(page.FirstVideo, ("Cookie", page.Cookie), ("Range", range));
        var part = await response.Content.ReadAsByteArrayAsync(Token);

        var start = from < 0 ? whole.Length + from : from;
        response.StatusCode.ShouldBe(HttpStatusCode.PartialContent);
        response.Content.Headers.ContentRange.ShouldBe(
            new ContentRangeHeaderValue(start, start + part.Length - 1, whole.Length)
        );
        part.ShouldBe(whole[start..(start + (count ?? (whole.Length - start)))]);
    }

    [Fact]
    public async Task A_range_behind_the_end_is_416_and_an_outdated_If_Range_gives_the_whole()
    {
        await using var session = await SandboxSession.StartAsync(Token);
        var page = await WatchedPage.OpenAsync(session, DemoWorld.PlainVideo);

        using var behind = await session.GetAsync(
            page.FirstVideo,
            ("Cookie", page.Cookie),
            ("Range", "bytes=99999999-")
        );
        using var outdated = await session.GetAsync(
            page.FirstVideo,
            ("Cookie", page.Cookie),
            ("Range", "bytes=5-"),
            ("If-Range", "\"old\"")
        );
        using var current = await session.GetAsync(
            page.FirstVideo,
            ("Cookie", page.Cookie),
            ("Range", "bytes=5-"),
            ("If-Range", outdated.Headers.ETag!.ToString())
        );

        behind.StatusCode.ShouldBe(HttpStatusCode.RequestedRangeNotSatisfiable);
        behind.Content.Headers.ContentRange!.ToString().ShouldStartWith("bytes */");
        outdated.StatusCode.ShouldBe(HttpStatusCode.OK);
        current.StatusCode.ShouldBe(HttpStatusCode.PartialContent);
    }

    [Fact]
    public async Task A_dead_first_mirror_leaves_the_second_and_the_play_address()
    {
        await using var session = await SandboxSession.StartAsync(Token);
        var page = await WatchedPage.OpenAsync(session, DemoWorld.DeadMirror);
        var urls = page.Item["video"]!["bitrateInfo"]![0]!["PlayAddr"]!["UrlList"]!
            .AsArray()
            .Select(url => url!.GetValue<string>())
            .ToList();

        using var first = await session.GetAsync(urls[0], ("Cookie", page.Cookie));
        using var second = await session.GetAsync(urls[1], ("Cookie", page.Cookie));
        using var play = await session.GetAsync(urls[2], ("Cookie", page.Cookie));
        using var target = await session.GetAsync(play.Headers.Location!.AbsoluteUri, ("Cookie", page.Cookie));

        first.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        second.StatusCode.ShouldBe(HttpStatusCode.OK);
        play.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        target.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Images_sound_and_subtitles_need_no_cookie()
    {
        await using var session = await SandboxSession.StartAsync(Token);
        var photos = await WatchedPage.OpenAsync(session, DemoWorld.Photos);
        var video = await WatchedPage.OpenAsync(session, DemoWorld.WithSubtitles);

        using var image = await session.GetAsync(
            photos.Item["imagePost"]!["images"]![0]!["imageURL"]!["urlList"]![0]!.GetValue<string>()
        );
        using var library = await session.GetAsync(photos.Item["music"]!["playUrl"]!.GetValue<string>());
        using var sound = await session.GetAsync(video.Item["music"]!["playUrl"]!.GetValue<string>());
        var subtitle = await session.GetTextAsync(
            video.Item["video"]!["subtitleInfos"]![0]!["Url"]!.GetValue<string>()
        );

        image.Content.Headers.ContentType!.MediaType.ShouldBe("image/jpeg");
        library.Content.Headers.ContentType!.MediaType.ShouldBe("audio/mp4");
        sound.Content.Headers.ContentType!.MediaType.ShouldBe("audio/mpeg");
        subtitle.ShouldStartWith("WEBVTT");
    }

    [Fact]
    public async Task A_subtitle_lapses_when_its_page_says_so()
    {
        await using var session = await SandboxSession.StartAsync(Token);
        var video = await WatchedPage.OpenAsync(session, DemoWorld.WithSubtitles);
        var subtitle = video.Item["video"]!["subtitleInfos"]![0]!;

        session.Sandbox.Clock.Set(
            DateTimeOffset.FromUnixTimeSeconds(long.Parse(subtitle["UrlExpire"]!.GetValue<string>()) + 60)
        );
        using var response = await session.GetAsync(subtitle["Url"]!.GetValue<string>());

        response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_video_beyond_4_GiB_has_a_64_bit_box_and_is_served_in_parts()
    {
        const long size = (5L * 1024 * 1024 * 1024) + 7;
        await using var session = await SandboxSession.StartAsync(Token);
        var post = session.Sandbox.AddVideo(DemoWorld.SunnyGarden, "big", size);
        var page = await WatchedPage.OpenAsync(session, post.Id);
        var clip = (await WatchedPage.OpenAsync(session, DemoWorld.Pinned)).Item["video"]!["size"]!.GetValue<string>();
        var boxAt = long.Parse(clip);

        using var tail = await session.GetAsync(page.FirstVideo, ("Cookie", page.Cookie), ("Range", "bytes=-10"));
        using var box = await session.GetAsync(
            page.FirstVideo,
            ("Cookie", page.Cookie),
            ("Range", $"bytes={boxAt}-{boxAt + 15}")
        );
        var header = await box.Content.ReadAsByteArrayAsync(Token);

        page.Item["video"]!["size"]!.GetValue<string>().ShouldBe(size.ToString());
        tail.Content.Headers.ContentRange!.Length.ShouldBe(size);
        (await tail.Content.ReadAsByteArrayAsync(Token)).ShouldBe(new byte[10]);
        header.AsSpan(4, 4).SequenceEqual("free"u8).ShouldBeTrue();
        BinaryPrimitives.ReadUInt32BigEndian(header).ShouldBe(1u);
        BinaryPrimitives.ReadUInt64BigEndian(header.AsSpan(8)).ShouldBe((ulong)(size - boxAt));
    }

    [Fact]
    public async Task A_file_that_changed_has_another_ETag()
    {
        await using var session = await SandboxSession.StartAsync(Token);
        var page = await WatchedPage.OpenAsync(session, DemoWorld.PlainVideo);
        using var before = await session.GetAsync(page.FirstVideo, ("Cookie", page.Cookie));

        session.Sandbox.Faults.Add(
            new SandboxFault
            {
                Kind = FaultKind.ChangedFile,
                Post = DemoWorld.PlainVideo,
                Times = null,
            }
        );
        using var after = await session.GetAsync(
            page.FirstVideo,
            ("Cookie", page.Cookie),
            ("Range", "bytes=9-"),
            ("If-Range", before.Headers.ETag!.ToString())
        );

        after.StatusCode.ShouldBe(HttpStatusCode.OK);
        after.Headers.ETag.ShouldNotBe(before.Headers.ETag);
        after.Content.Headers.ContentLength.ShouldBe(before.Content.Headers.ContentLength);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

#pragma warning disable CA5351 // the hash that TikTok states
    private static string Md5(byte[] bytes) =>
        Convert.ToHexStringLower(System.Security.Cryptography.MD5.HashData(bytes));
#pragma warning restore CA5351
}
