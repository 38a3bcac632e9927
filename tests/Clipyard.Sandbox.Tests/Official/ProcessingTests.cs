using System.Buffers.Binary;
using System.Net;
using Clipyard.Sandbox.Faults;
using Clipyard.Sandbox.Media;
using Clipyard.Sandbox.Official;
using Clipyard.Sandbox.Official.Posting;
using Clipyard.Sandbox.Worlds;
using Clipyard.Testing.Media;

namespace Clipyard.Sandbox.Tests.Official;

public sealed class ProcessingTests
{
    private const string Self = """{"privacy_level":"SELF_ONLY"}""";
    private static readonly byte[] Good = SandboxClips.Bytes(SandboxClips.Plain);

    public static TheoryData<string, string> BadFiles =>
        new()
        {
            { "noise", "file_format_check_failed" },
            { "one byte", "file_format_check_failed" },
            { "cut short", "file_format_check_failed" },
            { "media of zeros", "file_format_check_failed" },
            { "index of zeros", "file_format_check_failed" },
            { "a photo", "file_format_check_failed" },
            { "MPEG-4 part 2", "file_format_check_failed" },
            { "sample table beyond the file", "file_format_check_failed" },
            { "narrow", "picture_size_check_failed" },
            { "tall", "picture_size_check_failed" },
            { "a blink", "duration_check_failed" },
            { "an hour", "duration_check_failed" },
            { "a slide show", "frame_rate_check_failed" },
            { "too smooth", "frame_rate_check_failed" },
            { "fragments of 12 frames in 12 s", "frame_rate_check_failed" },
            { "an index without fragments", "file_format_check_failed" },
            { "WebM with AV1", "file_format_check_failed" },
            { "small WebM", "picture_size_check_failed" },
        };

    [Theory]
    [MemberData(nameof(BadFiles))]
    public async Task A_bad_file_fails_with_its_reason_and_never_becomes_a_post(string what, string reason)
    {
        await using var session = await OfficialSession.ConnectedAsync();
        var bytes = Bad(what);

        var direct = await session.StatusAsync(await session.UploadAsync(OfficialSession.DirectInit, bytes, Self));
        var draft = await session.StatusAsync(await session.UploadAsync(OfficialSession.DraftInit, bytes));

        foreach (var status in new[] { direct, draft })
        {
            status["status"]!.GetValue<string>().ShouldBe("FAILED");
            status["fail_reason"]!.GetValue<string>().ShouldBe(reason);
            status["uploaded_bytes"]!.GetValue<long>().ShouldBe(bytes.Length);
        }

        session.Sandbox.Official.Published.ShouldBeEmpty();
        session.Sandbox.Official.Inbox.Drafts(DemoWorld.SunnyGarden).ShouldBeEmpty();
    }

    public static TheoryData<string> GoodFiles =>
        [
            "petals.mp4",
            "dunes.mp4",
            "drift.mp4",
            "aurora-1080-hevc.mp4",
            "ripples-hevc-silent.mp4",
            "mov",
            "webm",
            "padded",
        ];

    [Theory]
    [MemberData(nameof(GoodFiles))]
    public async Task A_good_file_is_posted(string name)
    {
        await using var session = await OfficialSession.ConnectedAsync();
        var bytes = name switch
        {
            // A free box in place of the brands keeps every chunk where the index says it is.
            "mov" => [.. U32(32), .. "free"u8, .. new byte[24], .. Good[32..]],
            "webm" => Webm("V_VP9", 720, 1280, seconds: 12),
            "padded" => Padded(2_000_000),
            _ => SandboxClips.Bytes(name),
        };
        var status = await session.StatusAsync(await session.UploadAsync(OfficialSession.DirectInit, bytes, Self));

        status["status"]!.GetValue<string>().ShouldBe("PUBLISH_COMPLETE", status.ToJsonString());
    }

    [Fact]
    public async Task The_creators_own_limit_holds_for_direct_posts_and_the_APIs_for_drafts()
    {
        await using var session = await OfficialSession.ConnectedAsync();
        var world = session.Sandbox.World;
        world.AddCreator(
            world.FindCreator(DemoWorld.SunnyGarden)! with
            {
                Posting = new PostingProfile { LongestVideoSeconds = 5 },
            }
        );

        var direct = await session.StatusAsync(await session.UploadAsync(OfficialSession.DirectInit, Good, Self));
        var draft = await session.StatusAsync(await session.UploadAsync(OfficialSession.DraftInit, Good));

        direct["fail_reason"]!.GetValue<string>().ShouldBe("duration_check_failed");
        draft["status"]!.GetValue<string>().ShouldBe("SEND_TO_USER_INBOX");
    }

    [Fact]
    public async Task A_post_that_is_shown_before_moderation_ends_counts_once()
    {
        await using var session = await OfficialSession.ConnectedAsync();
        session.Sandbox.Official.Settings = new OfficialSettings { ModerationDelay = TimeSpan.FromMinutes(5) };
        var id = await session.UploadAsync(
            OfficialSession.DirectInit,
            Good,
            """{"privacy_level":"PUBLIC_TO_EVERYONE"}"""
        );
        var post = session.Sandbox.Official.Published.Single().PostId;

        session.Sandbox.Official.SetVisibility(post, PostVisibility.Public);
        session.Sandbox.Clock.Advance(TimeSpan.FromMinutes(5));

        (await session.StatusAsync(id))["publicaly_available_post_id"]!.ToJsonString().ShouldBe($"[{post}]");
    }

    [Fact]
    public async Task Processing_and_moderation_take_the_time_they_are_given()
    {
        await using var session = await OfficialSession.ConnectedAsync();
        session.Sandbox.Official.Settings = new OfficialSettings
        {
            ProcessingDelay = TimeSpan.FromSeconds(30),
            ModerationDelay = TimeSpan.FromMinutes(5),
        };
        var id = await session.UploadAsync(
            OfficialSession.DirectInit,
            Good,
            """{"privacy_level":"PUBLIC_TO_EVERYONE"}"""
        );

        var processing = await session.StatusAsync(id);
        session.Clock.Advance(TimeSpan.FromSeconds(30));
        var complete = await session.StatusAsync(id);
        var post = session.Sandbox.Official.Published.Single().PostId;
        var hidden = await ItemStatusAsync(session, post);
        session.Sandbox.Clock.Advance(TimeSpan.FromMinutes(5));
        var shown = await session.StatusAsync(id);

        processing.ToJsonString().ShouldBe($$"""{"status":"PROCESSING_UPLOAD","uploaded_bytes":{{Good.Length}}}""");
        complete.ToJsonString().ShouldBe("""{"status":"PUBLISH_COMPLETE"}""");
        hidden.ShouldBe(10204);
        shown["publicaly_available_post_id"]!.ToJsonString().ShouldBe($"[{post}]");
        (await ItemStatusAsync(session, post)).ShouldBe(0);
    }

    [Fact]
    public async Task A_post_for_oneself_never_gets_a_public_id()
    {
        await using var session = await OfficialSession.ConnectedAsync();

        var id = await session.UploadAsync(OfficialSession.DirectInit, Good, Self);

        (await session.StatusAsync(id)).ToJsonString().ShouldBe("""{"status":"PUBLISH_COMPLETE"}""");
        (await ItemStatusAsync(session, session.Sandbox.Official.Published.Single().PostId)).ShouldBe(10216);
    }

    [Theory]
    [InlineData("internal")]
    [InlineData("spam_risk")]
    public async Task Any_reason_can_be_asked_for(string reason)
    {
        await using var session = await OfficialSession.ConnectedAsync();
        session.Sandbox.Faults.Add(
            new SandboxFault
            {
                Kind = FaultKind.FailProcessing,
                Endpoint = SandboxEndpoint.Processing,
                Creator = DemoWorld.SunnyGarden,
                Text = reason,
            }
        );

        var failed = await session.StatusAsync(await session.UploadAsync(OfficialSession.DraftInit, Good));
        var next = await session.StatusAsync(await session.UploadAsync(OfficialSession.DraftInit, Good));

        failed["fail_reason"]!.GetValue<string>().ShouldBe(reason);
        next["status"]!.GetValue<string>().ShouldBe("SEND_TO_USER_INBOX");
    }

    [Fact]
    public async Task A_risky_caption_fails_after_the_upload()
    {
        await using var session = await OfficialSession.ConnectedAsync();

        var id = await session.UploadAsync(
            OfficialSession.DirectInit,
            Good,
            """{"privacy_level":"SELF_ONLY","title":"Buy followers here"}"""
        );

        (await session.StatusAsync(id))["fail_reason"]!.GetValue<string>().ShouldBe("spam_risk_text");
    }

    [Fact]
    public async Task What_was_still_on_its_way_fails_when_the_app_is_sent_away()
    {
        await using var session = await OfficialSession.ConnectedAsync();
        session.Sandbox.Official.Settings = new OfficialSettings { ProcessingDelay = TimeSpan.FromSeconds(30) };
        var id = await session.UploadAsync(OfficialSession.DraftInit, Good);

        session.Sandbox.Official.Inbox.Disconnect(DemoWorld.SunnyGarden, "awdemoaudited0001").ShouldBeTrue();
        session.Clock.Advance(TimeSpan.FromSeconds(30));
        session.Connect(DemoWorld.SunnyGarden);

        (await session.StatusAsync(id))["fail_reason"]!.GetValue<string>().ShouldBe("auth_removed");
    }

    [Fact]
    public async Task The_same_file_posted_twice_is_counted_twice()
    {
        await using var session = await OfficialSession.ConnectedAsync();
        await session.UploadAsync(OfficialSession.DirectInit, Good, Self);
        var draft = await session.UploadAsync(OfficialSession.DraftInit, Good);
        session.Sandbox.Official.Inbox.Post(draft, "one");
        session.Sandbox.Official.Inbox.Post(draft, "two");

        var posts = session.Sandbox.Official.Published;

        session.Sandbox.Official.CountPosts(posts[0].Sha256[0]).ShouldBe(3);
        posts.Select(post => post.Mode).ShouldBe([PublishMode.Direct, PublishMode.Inbox, PublishMode.Inbox]);
        (await session.StatusAsync(draft))["publicaly_available_post_id"]!.AsArray().Count.ShouldBe(2);
    }

    private static async Task<int> ItemStatusAsync(OfficialSession session, string post)
    {
        var html = await session.Client.GetStringAsync(
            new Uri($"http://www.tiktok.com/@sunny.garden/video/{post}"),
            OfficialSession.Token
        );
        return PageReader.Scope(html, "webapp.video-detail")!["statusCode"]!.GetValue<int>();
    }

    private static byte[] Bad(string what) =>
        what switch
        {
            "noise" => [.. Enumerable.Range(0, 5000).Select(i => (byte)(i * 131 >> 3))],
            "one byte" => [0],
            "cut short" => Good[..^1],
            "media of zeros" => [.. Good[..^75_000], .. new byte[75_000]],
            "index of zeros" => [.. Good[..200], .. new byte[4000], .. Good[4200..]],
            "a photo" => SandboxClips.Bytes(SandboxClips.Photo),
            "MPEG-4 part 2" => Patched("avc1", 0, "mp4v"u8, from: 100),
            "sample table beyond the file" => Patched("stco", 12, U32(90_000)),
            "narrow" => Patched("avc1", 28, U16(300), from: 100),
            "tall" => Patched("avc1", 30, U16(5000), from: 100),
            "a blink" => Patched("mdhd", 16, U32(1_000_000)),
            "an hour" => Patched("mdhd", 16, U32(20)),
            "a slide show" => Patched("mdhd", 16, U32(5_120)),
            "too smooth" => Patched("mdhd", 16, U32(61_440)),
            "fragments of 12 frames in 12 s" => Patched(
                "avc1",
                28,
                [.. U16(720), .. U16(1280)],
                file: new FragmentMaker { Track = 1 }.Build()
            ),
            "an index without fragments" => Patched(
                "avc1",
                28,
                [.. U16(720), .. U16(1280)],
                file: new FragmentMaker { Fragments = 0 }.Build()
            ),
            "WebM with AV1" => Webm("V_AV1", 720, 1280, seconds: 12),
            "small WebM" => Webm("V_VP8", 240, 320, seconds: 12),
            _ => throw new ArgumentOutOfRangeException(nameof(what)),
        };

    /// <summary>A file (the good one) with some bytes changed behind the first box of that name.</summary>
    private static byte[] Patched(string box, int behind, ReadOnlySpan<byte> value, int from = 0, byte[]? file = null)
    {
        var bytes = (file ?? Good).ToArray();
        var at = from + bytes.AsSpan(from).IndexOf(System.Text.Encoding.ASCII.GetBytes(box));
        value.CopyTo(bytes.AsSpan(at + behind));
        return bytes;
    }

    private static byte[] Padded(int size)
    {
        using var stream = SandboxClips.OpenPadded(size);
        var bytes = new byte[size];
        stream.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>The head of a WebM file, and some bytes that stand for its clusters.</summary>
    private static byte[] Webm(string codec, int width, int height, double seconds)
    {
        var duration = new byte[8];
        BinaryPrimitives.WriteDoubleBigEndian(duration, seconds * 1000);
        var info = Element([0x15, 0x49, 0xA9, 0x66], Element([0x44, 0x89], duration));
        var video = Element([0xE0], [.. Element([0xB0], U16((ushort)width)), .. Element([0xBA], U16((ushort)height))]);
        var track = Element(
            [0xAE],
            [.. Element([0x83], [1]), .. Element([0x86], System.Text.Encoding.ASCII.GetBytes(codec)), .. video]
        );
        var segment = Element(
            [0x18, 0x53, 0x80, 0x67],
            [.. info, .. Element([0x16, 0x54, 0xAE, 0x6B], track), .. new byte[500]]
        );
        return [.. Element([0x1A, 0x45, 0xDF, 0xA3], Element([0x42, 0x82], "webm"u8.ToArray())), .. segment];
    }

    /// <summary>An element whose length stands in two bytes.</summary>
    private static byte[] Element(byte[] id, byte[] content) =>
        [.. id, .. U16((ushort)(0x4000 | content.Length)), .. content];

    private static byte[] U16(ushort value)
    {
        var bytes = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(bytes, value);
        return bytes;
    }

    private static byte[] U32(uint value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, value);
        return bytes;
    }
}
