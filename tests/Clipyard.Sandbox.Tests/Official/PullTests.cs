using System.Net;
using Clipyard.Sandbox.Media;
using Clipyard.Sandbox.Official;
using Clipyard.Sandbox.Official.Apps;
using Clipyard.Sandbox.Official.Posting;
using Clipyard.Sandbox.Worlds;

namespace Clipyard.Sandbox.Tests.Official;

public sealed class PullTests
{
    private static readonly byte[] Clip = SandboxClips.Bytes(SandboxClips.Plain);
    private static readonly byte[] Photo = SandboxClips.Bytes(SandboxClips.Photo);

    [Fact]
    public async Task A_video_is_fetched_and_posted()
    {
        await using var session = await OfficialSession.ConnectedAsync();
        await using var site = await LoopbackSite.StartAsync();
        site.Serve("clip.mp4", Clip);

        var id = await PullAsync(session, site.Address + "clip.mp4", OfficialSession.DirectInit);
        var status = await WaitAsync(session, id, PublishStage.Complete);

        id.ShouldStartWith("v_pub_url~v2.");
        status.ShouldBe("""{"status":"PUBLISH_COMPLETE"}""");
        session.Sandbox.Official.Published.Single().Bytes.ShouldBe(Clip.Length);
    }

    [Theory]
    [InlineData("missing.mp4")]
    [InlineData("moved.mp4")]
    [InlineData("broken.mp4")]
    public async Task What_cannot_be_fetched_fails(string file)
    {
        await using var session = await OfficialSession.ConnectedAsync();
        await using var site = await LoopbackSite.StartAsync();
        site.Serve("clip.mp4", Clip);
        site.Files["/moved.mp4"] = context =>
        {
            context.Response.Redirect("/clip.mp4");
            return Task.CompletedTask;
        };
        site.Files["/broken.mp4"] = async context =>
        {
            context.Response.ContentLength = Clip.Length;
            await context.Response.Body.WriteAsync(Clip.AsMemory(0, 1000));
            await context.Response.Body.FlushAsync();
            context.Abort();
        };

        var id = await PullAsync(session, site.Address + file, OfficialSession.DraftInit);
        var status = await WaitAsync(session, id, PublishStage.Failed);

        status.ShouldContain("\"fail_reason\":\"video_pull_failed\"");
    }

    [Fact]
    public async Task A_download_that_takes_an_hour_is_given_up()
    {
        await using var session = await OfficialSession.ConnectedAsync();
        await using var site = await LoopbackSite.StartAsync();
        var started = Hang(site);
        var id = await PullAsync(session, site.Address + "slow.mp4", OfficialSession.DraftInit);
        await started;

        session.Clock.Advance(TimeSpan.FromHours(1));

        (await session.StatusAsync(id))["fail_reason"]!.GetValue<string>().ShouldBe("video_pull_failed");
    }

    [Fact]
    public async Task A_running_download_can_be_cancelled_and_nothing_else_can()
    {
        await using var session = await OfficialSession.ConnectedAsync();
        await using var site = await LoopbackSite.StartAsync();
        var started = Hang(site);
        var pull = await PullAsync(session, site.Address + "slow.mp4", OfficialSession.DraftInit);
        var upload = (await session.InitAsync(OfficialSession.DraftInit, 9)).Data("publish_id");
        await started;

        var cancelled = await CancelAsync(session, pull);
        var twice = await CancelAsync(session, pull);
        var file = await CancelAsync(session, upload);

        cancelled.ErrorCode.ShouldBe("ok");
        cancelled.Json.ContainsKey("data").ShouldBeFalse();
        (await session.StatusAsync(pull))["fail_reason"]!.GetValue<string>().ShouldBe("publish_cancelled");
        twice.Status.ShouldBe(HttpStatusCode.BadRequest);
        twice.ErrorCode.ShouldBe("publish_not_cancellable");
        file.ErrorCode.ShouldBe("publish_not_cancellable");
    }

    [Theory]
    [InlineData("https://media.example.com/a.mp4", false)]
    [InlineData("https://static.example.com/a.mp4", true)]
    [InlineData("https://video.static.example.com/a.mp4", true)]
    [InlineData("https://example.com/videos/user/123/a.mp4", true)]
    [InlineData("https://example.com/videos/2023/user/a.mp4", false)]
    [InlineData("https://notstatic.example.com/a.mp4", false)]
    public async Task Only_verified_properties_are_pulled_from(string address, bool allowed)
    {
        await using var session = await OfficialSession.ConnectedAsync();
        var portal = session.Sandbox.Official.Portal;
        var domain = portal.AddProperty(DemoApps.AuditedKey, UrlPropertyKind.Domain, "static.example.com");
        portal.AddProperty(DemoApps.AuditedKey, UrlPropertyKind.UrlPrefix, "https://example.com/videos/user/");
        portal.PutApp(Verified(portal.FindApp(DemoApps.AuditedKey)!, "https://example.com/videos/user/"));

        var unproved = await TryPullAsync(session, "https://static.example.com/a.mp4");
        (await VerifyAsync(portal, "static.example.com", "wrong")).ShouldBeFalse();
        (await VerifyAsync(portal, "static.example.com", domain.Proof)).ShouldBeTrue();
        var answer = await TryPullAsync(session, address);

        unproved.ErrorCode.ShouldBe("url_ownership_unverified");
        unproved.Status.ShouldBe(HttpStatusCode.Forbidden);
        answer.ErrorCode.ShouldBe(allowed ? "ok" : "url_ownership_unverified");
    }

    [Fact]
    public async Task A_prefix_is_proved_by_its_file()
    {
        await using var session = await OfficialSession.StartAsync();
        await using var site = await LoopbackSite.StartAsync();
        var portal = session.Sandbox.Official.Portal;
        var property = portal.AddProperty(DemoApps.AuditedKey, UrlPropertyKind.UrlPrefix, site.Address + "v/");

        var before = await VerifyAsync(portal, property.Value, dnsText: null);
        site.Serve("v/" + property.FileName, System.Text.Encoding.ASCII.GetBytes(property.Proof));
        var after = await VerifyAsync(portal, property.Value, dnsText: null);

        before.ShouldBeFalse();
        after.ShouldBeTrue();
        property.FileName.ShouldBe($"tiktok{property.Token}.txt");
        property.Proof.ShouldBe($"tiktok-developers-site-verification={property.Token}");
    }

    [Theory]
    [InlineData(UrlPropertyKind.UrlPrefix, "https://example.com/videos")]
    [InlineData(UrlPropertyKind.UrlPrefix, "http://example.com/videos/")]
    [InlineData(UrlPropertyKind.UrlPrefix, "https://192.0.2.7/videos/")]
    [InlineData(UrlPropertyKind.Domain, "https://example.com")]
    [InlineData(UrlPropertyKind.Domain, "192.0.2.7")]
    public async Task The_portal_refuses_places_that_cannot_be_proved(UrlPropertyKind kind, string value)
    {
        await using var session = await OfficialSession.StartAsync();

        Should.Throw<ArgumentException>(() =>
            session.Sandbox.Official.Portal.AddProperty(DemoApps.AuditedKey, kind, value)
        );
    }

    [Fact]
    public async Task Photos_are_fetched_and_posted_with_title_and_description()
    {
        await using var session = await OfficialSession.ConnectedAsync();
        await using var site = await LoopbackSite.StartAsync();
        site.Serve("1.jpg", Photo);
        site.Serve("2.webp", SandboxClips.Bytes("petals.webp"));

        var init = await PhotosAsync(
            session,
            site,
            "DIRECT_POST",
            """{"title":"Class notes","description":"Ten slides","privacy_level":"PUBLIC_TO_EVERYONE"}""",
            "1.jpg",
            "2.webp"
        );
        var status = await WaitAsync(session, init.Data("publish_id"), PublishStage.Complete);

        init.Data("publish_id").ShouldStartWith("p_pub_url~v2.");
        init.Text.ShouldNotContain("upload_url");
        status.ShouldContain("publicaly_available_post_id");
        var post = session.Sandbox.World.FindPost(session.Sandbox.Official.Published.Single().PostId)!;
        post.Images.Count.ShouldBe(2);
        post.Caption.ShouldBe("Class notes\nTen slides");
    }

    [Fact]
    public async Task A_photo_draft_keeps_its_texts_for_the_creator()
    {
        await using var session = await OfficialSession.ConnectedAsync(scopes: "video.upload");
        await using var site = await LoopbackSite.StartAsync();
        site.Serve("1.jpg", Photo);

        var init = await PhotosAsync(session, site, "MEDIA_UPLOAD", """{"title":"Class notes"}""", "1.jpg");
        var status = await WaitAsync(session, init.Data("publish_id"), PublishStage.InInbox);

        status.ShouldBe("""{"status":"SEND_TO_USER_INBOX"}""");
        session.Sandbox.Official.Inbox.Drafts(DemoWorld.SunnyGarden).Single().Wish.Title.ShouldBe("Class notes");
    }

    [Theory]
    [InlineData("missing.jpg", "photo_pull_failed")]
    [InlineData("clip.jpg", "file_format_check_failed")]
    [InlineData("big.jpg", "picture_size_check_failed")]
    public async Task A_bad_photo_fails_the_whole_post(string file, string reason)
    {
        await using var session = await OfficialSession.ConnectedAsync();
        await using var site = await LoopbackSite.StartAsync();
        site.Serve("1.jpg", Photo);
        site.Serve("clip.jpg", Clip);
        site.Serve("big.jpg", SandboxClips.Bytes("bloom.jpg"));

        var init = await PhotosAsync(session, site, "MEDIA_UPLOAD", "{}", "1.jpg", file);
        var status = await WaitAsync(session, init.Data("publish_id"), PublishStage.Failed);

        status.ShouldContain(reason);
    }

    [Theory]
    [InlineData("VIDEO", "DIRECT_POST", "PULL_FROM_URL", "1", "0", "{}", "Invalid media_type or post_mode")]
    [InlineData("PHOTO", "DIRECT POST", "PULL_FROM_URL", "1", "0", "{}", "Invalid media_type or post_mode")]
    [InlineData(
        "PHOTO",
        "MEDIA_UPLOAD",
        "FILE_UPLOAD",
        "1",
        "0",
        "{}",
        "The request source info is empty or incorrect"
    )]
    [InlineData(
        "PHOTO",
        "MEDIA_UPLOAD",
        "PULL_FROM_URL",
        "0",
        "0",
        "{}",
        "The request source info is empty or incorrect"
    )]
    [InlineData(
        "PHOTO",
        "MEDIA_UPLOAD",
        "PULL_FROM_URL",
        "36",
        "0",
        "{}",
        "The request source info is empty or incorrect"
    )]
    [InlineData(
        "PHOTO",
        "MEDIA_UPLOAD",
        "PULL_FROM_URL",
        "2",
        "2",
        "{}",
        "The request source info is empty or incorrect"
    )]
    [InlineData(
        "PHOTO",
        "MEDIA_UPLOAD",
        "PULL_FROM_URL",
        "2",
        "-1",
        "{}",
        "The request source info is empty or incorrect"
    )]
    [InlineData("PHOTO", "MEDIA_UPLOAD", "PULL_FROM_URL", "1", "0", "T", "The request post info is empty or incorrect")]
    [InlineData("PHOTO", "MEDIA_UPLOAD", "PULL_FROM_URL", "1", "0", "D", "The request post info is empty or incorrect")]
    public async Task A_malformed_photo_init_is_refused(
        string type,
        string mode,
        string source,
        string count,
        string cover,
        string info,
        string message
    )
    {
        await using var session = await OfficialSession.ConnectedAsync();
        var images = string.Join(',', Enumerable.Repeat("\"https://a.example/1.jpg\"", int.Parse(count)));
        var post = info switch
        {
            "T" => $"{{\"title\":\"{new string('t', 91)}\"}}",
            "D" => $"{{\"description\":\"{new string('d', 4001)}\"}}",
            _ => info,
        };

        var answer = await session.JsonAsync(
            OfficialSession.PhotoInit,
            $$$"""{"media_type":"{{{type}}}","post_mode":"{{{mode}}}","post_info":{{{post}}},"source_info":{"source":"{{{source}}}","photo_cover_index":{{{cover}}},"photo_images":[{{{images}}}]}}"""
        );

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.ErrorCode.ShouldBe("invalid_params");
        answer.Message.ShouldBe(message);
    }

    [Fact]
    public async Task A_photo_draft_needs_its_own_scope_and_a_new_enough_app()
    {
        await using var session = await OfficialSession.ConnectedAsync(scopes: "video.publish");
        await using var site = await LoopbackSite.StartAsync();
        var world = session.Sandbox.World;

        var scope = await PhotosAsync(session, site, "MEDIA_UPLOAD", "{}", "1.jpg");
        session.Connect(DemoWorld.SunnyGarden);
        world.AddCreator(
            world.FindCreator(DemoWorld.SunnyGarden)! with
            {
                Posting = new PostingProfile { AppVersion = 31.7m },
            }
        );
        var version = await PhotosAsync(session, site, "MEDIA_UPLOAD", "{}", "1.jpg");

        scope.ErrorCode.ShouldBe("scope_not_authorized");
        version.Status.ShouldBe(HttpStatusCode.BadRequest);
        version.ErrorCode.ShouldBe("app_version_check_failed");
    }

    private static SandboxApp Verified(SandboxApp app, string value) =>
        app with
        {
            UrlProperties =
            [
                .. app.UrlProperties.Select(property =>
                    property.Value == value ? property with { Verified = true } : property
                ),
            ],
        };

    private static Task<bool> VerifyAsync(DeveloperPortal portal, string value, string? dnsText) =>
        portal.VerifyAsync(DemoApps.AuditedKey, value, dnsText, OfficialSession.Token);

    private static Task Hang(LoopbackSite site)
    {
        var started = new TaskCompletionSource();
        site.Files["/slow.mp4"] = async context =>
        {
            await context.Response.Body.WriteAsync(Clip.AsMemory(0, 1000));
            await context.Response.Body.FlushAsync();
            started.SetResult();
            await Task.Delay(Timeout.Infinite, context.RequestAborted)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        };
        return started.Task;
    }

    private static Task<OfficialSession.Answer> TryPullAsync(
        OfficialSession session,
        string address,
        string path = OfficialSession.DraftInit
    ) =>
        session.JsonAsync(
            path,
            $$$"""{"post_info":{"privacy_level":"SELF_ONLY"},"source_info":{"source":"PULL_FROM_URL","video_url":"{{{address}}}"}}"""
        );

    private static async Task<string> PullAsync(OfficialSession session, string address, string path)
    {
        var answer = await TryPullAsync(session, address, path);
        answer.Text.ShouldNotContain("upload_url");
        return answer.Data("publish_id");
    }

    private static Task<OfficialSession.Answer> PhotosAsync(
        OfficialSession session,
        LoopbackSite site,
        string mode,
        string info,
        params string[] files
    )
    {
        var images = string.Join(',', files.Select(file => $"\"{site.Address}{file}\""));
        return session.JsonAsync(
            OfficialSession.PhotoInit,
            $$$"""{"media_type":"PHOTO","post_mode":"{{{mode}}}","post_info":{{{info}}},"source_info":{"source":"PULL_FROM_URL","photo_cover_index":0,"photo_images":[{{{images}}}]}}"""
        );
    }

    private static Task<OfficialSession.Answer> CancelAsync(OfficialSession session, string id) =>
        session.JsonAsync("post/publish/cancel/", $$"""{"publish_id":"{{id}}"}""");

    /// <summary>A download runs beside the test; its end is looked for every millisecond.</summary>
    private static async Task<string> WaitAsync(OfficialSession session, string id, PublishStage stage)
    {
        while (session.Sandbox.Official.Tasks.Single(task => task.PublishId == id).Stage != stage)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(1), OfficialSession.Token);
        }

        return (await session.StatusAsync(id)).ToJsonString();
    }
}
