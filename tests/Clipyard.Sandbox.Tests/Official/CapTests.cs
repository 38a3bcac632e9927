using System.Net;
using Clipyard.Sandbox.Media;
using Clipyard.Sandbox.Official.Apps;
using Clipyard.Sandbox.Worlds;

namespace Clipyard.Sandbox.Tests.Official;

public sealed class CapTests
{
    private const string Self = """{"privacy_level":"SELF_ONLY"}""";
    private const string Info = "post/publish/creator_info/query/";
    private static readonly byte[] Clip = SandboxClips.Bytes(SandboxClips.Plain);

    [Theory]
    [InlineData(DemoWorld.SunnyGarden, "SELF_ONLY", false)]
    [InlineData(DemoWorld.SunnyGarden, "PUBLIC_TO_EVERYONE", false)]
    [InlineData(DemoWorld.QuietAttic, "FOLLOWER_OF_CREATOR", false)]
    [InlineData(DemoWorld.QuietAttic, "SELF_ONLY", true)]
    public async Task An_unaudited_app_posts_to_private_accounts_for_their_owner_only(
        string creator,
        string level,
        bool allowed
    )
    {
        await using var session = await OfficialSession.ConnectedAsync(creator, DemoApps.UnauditedKey);

        var answer = await session.InitAsync(OfficialSession.DirectInit, 9, $$"""{"privacy_level":"{{level}}"}""");
        var draft = await session.InitAsync(OfficialSession.DraftInit, 9);

        answer.Status.ShouldBe(allowed ? HttpStatusCode.OK : HttpStatusCode.Forbidden);
        answer.ErrorCode.ShouldBe(allowed ? "ok" : "unaudited_client_can_only_post_to_private_accounts");
        draft.ErrorCode.ShouldBe("ok");
    }

    [Fact]
    public async Task The_sixth_pending_draft_is_refused_until_one_is_posted_or_a_day_has_passed()
    {
        await using var session = await OfficialSession.ConnectedAsync();
        var drafts = new List<string>();
        for (var i = 0; i < 5; i++)
        {
            drafts.Add(await session.UploadAsync(OfficialSession.DraftInit, Clip));
        }

        session.Clock.Advance(TimeSpan.FromMinutes(1));
        var sixth = await session.InitAsync(OfficialSession.DraftInit, 9);
        session.Sandbox.Official.Inbox.Post(drafts[0], "done");
        var freed = await session.UploadAsync(OfficialSession.DraftInit, Clip);
        var full = await session.InitAsync(OfficialSession.DraftInit, 9);
        session.Clock.Advance(TimeSpan.FromHours(24));
        session.Connect(DemoWorld.SunnyGarden);
        var nextDay = await session.InitAsync(OfficialSession.DraftInit, 9);

        sixth.Status.ShouldBe(HttpStatusCode.Forbidden);
        sixth.ErrorCode.ShouldBe("spam_risk_too_many_pending_share");
        freed.ShouldNotBeEmpty();
        full.ErrorCode.ShouldBe("spam_risk_too_many_pending_share");
        nextDay.ErrorCode.ShouldBe("ok");
    }

    [Fact]
    public async Task A_discarded_draft_frees_its_place_and_the_app_never_hears_of_it()
    {
        await using var session = await OfficialSession.ConnectedAsync();
        var id = await session.UploadAsync(OfficialSession.DraftInit, Clip);

        session.Sandbox.Official.Inbox.Discard(id).ShouldBeTrue();

        session.Sandbox.Official.Inbox.Drafts(DemoWorld.SunnyGarden).ShouldBeEmpty();
        session.Sandbox.Official.Inbox.Post(id).ShouldBeNull();
        (await session.StatusAsync(id))["status"]!.GetValue<string>().ShouldBe("SEND_TO_USER_INBOX");
    }

    [Fact]
    public async Task The_daily_cap_counts_all_apps_and_is_200_at_creator_info()
    {
        await using var session = await OfficialSession.ConnectedAsync();
        Change(session, DemoWorld.SunnyGarden, new PostingProfile { PostsPerDay = 2 });
        var portal = session.Sandbox.Official.Portal;
        portal.PutApp(portal.FindApp(DemoApps.UnauditedKey)! with { Audited = true });
        await session.UploadAsync(OfficialSession.DirectInit, Clip, Self);
        session.Connect(DemoWorld.SunnyGarden, DemoApps.UnauditedKey);
        await session.UploadAsync(OfficialSession.DirectInit, Clip, Self);

        var info = await session.JsonAsync(Info, "{}");
        var init = await session.InitAsync(OfficialSession.DirectInit, 9, Self);
        session.Clock.Advance(TimeSpan.FromHours(24));
        session.Connect(DemoWorld.SunnyGarden);
        var nextDay = await session.InitAsync(OfficialSession.DirectInit, 9, Self);

        info.Status.ShouldBe(HttpStatusCode.OK);
        info.ErrorCode.ShouldBe("spam_risk_too_many_posts");
        init.Status.ShouldBe(HttpStatusCode.Forbidden);
        init.ErrorCode.ShouldBe("spam_risk_too_many_posts");
        nextDay.ErrorCode.ShouldBe("ok");
    }

    [Fact]
    public async Task Two_uploads_for_the_last_place_of_the_day_end_in_one_post()
    {
        await using var session = await OfficialSession.ConnectedAsync();
        Change(session, DemoWorld.SunnyGarden, new PostingProfile { PostsPerDay = 1 });
        var first = await session.InitAsync(OfficialSession.DirectInit, Clip.Length, Self);
        var second = await session.InitAsync(OfficialSession.DirectInit, Clip.Length, Self);
        var range = $"bytes 0-{Clip.Length - 1}/{Clip.Length}";

        await session.ChunkAsync(first.Data("upload_url"), Clip, range);
        await session.ChunkAsync(second.Data("upload_url"), Clip, range);

        session.Sandbox.Official.Published.Count.ShouldBe(1);
        (await session.StatusAsync(second.Data("publish_id")))["fail_reason"]!
            .GetValue<string>()
            .ShouldBe("spam_risk_too_many_posts");
    }

    [Fact]
    public async Task The_sixth_user_of_an_unaudited_app_waits_for_the_next_day()
    {
        await using var session = await OfficialSession.StartAsync();
        string[] users =
        [
            DemoWorld.SunnyGarden,
            DemoWorld.HarborLights,
            DemoWorld.PaperBoats,
            DemoWorld.QuietAttic,
            DemoWorld.EmptyShelf,
        ];
        foreach (var user in users)
        {
            MakePrivate(session, user);
            session.Connect(user, DemoApps.UnauditedKey);
            await session.UploadAsync(OfficialSession.DirectInit, Clip, Self);
        }

        var known = await session.InitAsync(OfficialSession.DirectInit, 9, Self);
        MakePrivate(session, DemoWorld.SlowLantern);
        session.Connect(DemoWorld.SlowLantern, DemoApps.UnauditedKey);
        var info = await session.JsonAsync(Info, "{}");
        var sixth = await session.InitAsync(OfficialSession.DirectInit, 9, Self);

        known.ErrorCode.ShouldBe("ok");
        info.Status.ShouldBe(HttpStatusCode.OK);
        info.ErrorCode.ShouldBe("reached_active_user_cap");
        sixth.Status.ShouldBe(HttpStatusCode.Forbidden);
        sixth.ErrorCode.ShouldBe("reached_active_user_cap");
    }

    [Fact]
    public async Task A_banned_creator_posts_nothing()
    {
        await using var session = await OfficialSession.ConnectedAsync();
        var late = await session.InitAsync(OfficialSession.DirectInit, Clip.Length, Self);
        Change(session, DemoWorld.SunnyGarden, new PostingProfile { BannedFromPosting = true });

        var info = await session.JsonAsync(Info, "{}");
        var direct = await session.InitAsync(OfficialSession.DirectInit, 9, Self);
        var draft = await session.InitAsync(OfficialSession.DraftInit, 9);
        await session.ChunkAsync(late.Data("upload_url"), Clip, $"bytes 0-{Clip.Length - 1}/{Clip.Length}");

        info.ErrorCode.ShouldBe("spam_risk_user_banned_from_posting");
        info.Status.ShouldBe(HttpStatusCode.OK);
        direct.Status.ShouldBe(HttpStatusCode.Forbidden);
        direct.ErrorCode.ShouldBe("spam_risk_user_banned_from_posting");
        draft.ErrorCode.ShouldBe("spam_risk_user_banned_from_posting");
        (await session.StatusAsync(late.Data("publish_id")))["fail_reason"]!
            .GetValue<string>()
            .ShouldBe("spam_risk_user_banned_from_posting");
    }

    private static void MakePrivate(OfficialSession session, string user) =>
        session.Sandbox.World.AddCreator(session.Sandbox.World.FindCreator(user)! with { Private = true });

    private static void Change(OfficialSession session, string user, PostingProfile posting) =>
        session.Sandbox.World.AddCreator(session.Sandbox.World.FindCreator(user)! with { Posting = posting });
}
