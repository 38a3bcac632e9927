using System.Net;
using System.Text;
using Clipyard.Sandbox.Official;
using Clipyard.Sandbox.Official.Apps;
using Clipyard.Sandbox.Official.Reports;
using Clipyard.Sandbox.Worlds;

namespace Clipyard.Sandbox.Tests.Official;

public sealed class InitTests
{
    private const string Self = """{"privacy_level":"SELF_ONLY"}""";
    private const string Size = "The chunk size is invalid";
    private const string Count = "The total chunk count is invalid";
    private const string PostInfo = "The request post info is empty or incorrect";
    private const string SourceInfo = "The request source info is empty or incorrect";

    [Theory]
    [InlineData(2_000_000, 10_000_000, 1, Size)]
    [InlineData(15_000_000, 10_000_000, 1, Size)]
    [InlineData(15_000_000, 10_000_000, 2, Count)]
    [InlineData(66_259_900, 64_000_000, 1, Size)]
    [InlineData(145_000_000, 145_000_000, 1, Size)]
    [InlineData(50_000_123, 10_000_000, 6, Count)]
    [InlineData(50_000_000, 1_048_576, 47, Size)]
    [InlineData(4_000_000, 2_000_000, 2, Size)]
    [InlineData(200_000_000, 100_000_000, 2, Size)]
    [InlineData(10_000_000, 0, 0, Size)]
    [InlineData(6_000_000_000, 10_000_000, 600, SourceInfo)]
    [InlineData(0, 0, 0, SourceInfo)]
    [InlineData(10_000_000, 5_000_000, 0, Count)]
    public async Task A_plan_that_TikTok_refuses_is_refused(long size, long chunk, long count, string message)
    {
        await using var session = await OfficialSession.ConnectedAsync();

        foreach (
            var (path, info) in ((string, string)[])
                [(OfficialSession.DirectInit, Self), (OfficialSession.DraftInit, "")]
        )
        {
            var answer = await session.InitAsync(path, size, info, chunk, count);

            answer.Status.ShouldBe(HttpStatusCode.BadRequest);
            answer.ErrorCode.ShouldBe("invalid_params");
            answer.Message.ShouldBe(message);
            answer.Json.ContainsKey("data").ShouldBeFalse();
        }
    }

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(3_145_728, 3_145_728, 1)]
    [InlineData(4_999_999, 4_999_999, 1)]
    [InlineData(5_000_000, 5_000_000, 1)]
    [InlineData(15_000_000, 15_000_000, 1)]
    [InlineData(64_000_000, 64_000_000, 1)]
    [InlineData(64_000_001, 10_000_000, 6)]
    [InlineData(67_108_865, 10_000_000, 6)]
    [InlineData(70_000_000, 10_000_000, 7)]
    [InlineData(121_000_000, 10_000_000, 12)]
    [InlineData(158_008_374, 10_000_000, 15)]
    [InlineData(1_073_741_824, 10_000_000, 107)]
    [InlineData(4_294_967_296, 10_000_000, 429)]
    [InlineData(50_000_123, 10_000_000, 5)]
    [InlineData(4_194_304, 4_194_304, 1)]
    public async Task A_plan_of_the_safe_kind_is_taken_even_within_the_narrow_limits(long size, long chunk, long count)
    {
        await using var session = await OfficialSession.ConnectedAsync();

        var wide = await session.InitAsync(OfficialSession.DraftInit, size, chunk: chunk, count: count);
        session.Sandbox.Official.Settings = new OfficialSettings { NarrowChunks = true };
        var narrow = await session.InitAsync(OfficialSession.DraftInit, size, chunk: chunk, count: count);

        wide.ErrorCode.ShouldBe("ok");
        wide.Data("publish_id").ShouldStartWith("v_inbox_file~v2.");
        wide.Data("publish_id").Length.ShouldBeLessThanOrEqualTo(64);
        wide.Data("upload_url").ShouldStartWith("https://");
        wide.Data("upload_url").Length.ShouldBeLessThanOrEqualTo(256);
        narrow.ErrorCode.ShouldBe("ok");
    }

    [Theory]
    [InlineData(5_000_000, 10_000_000, 2)]
    [InlineData(67_108_864, 67_108_864, 1)]
    public async Task A_plan_that_is_right_under_one_reading_of_MB_only_needs_the_wide_limits(
        long chunk,
        long size,
        long count
    )
    {
        await using var session = await OfficialSession.ConnectedAsync();

        var wide = await session.InitAsync(OfficialSession.DraftInit, size, chunk: chunk, count: count);
        session.Sandbox.Official.Settings = new OfficialSettings { NarrowChunks = true };
        var narrow = await session.InitAsync(OfficialSession.DraftInit, size, chunk: chunk, count: count);

        wide.ErrorCode.ShouldBe("ok");
        narrow.Message.ShouldBe(Size);
    }

    [Theory]
    [InlineData(
        """{"source_info":{"source":"FILE_UPLOAD","video_size":9,"chunk_size":9,"total_chunk_count":1}}""",
        PostInfo
    )]
    [InlineData("""{"post_info":{"privacy_level":"SELF_ONLY"}}""", SourceInfo)]
    [InlineData("""{"post_info":{"privacy_level":"EVERYBODY"},"source_info":{}}""", PostInfo)]
    [InlineData("""{"post_info":{"privacy_level":"SELF_ONLY","disable_duet":"true"},"source_info":{}}""", PostInfo)]
    [InlineData("""{"post_info":{"privacy_level":"SELF_ONLY","title":7},"source_info":{}}""", PostInfo)]
    [InlineData("""{"post_info":[],"source_info":{}}""", PostInfo)]
    [InlineData("""{"post_info":{"privacy_level":"SELF_ONLY"},"source_info":{"source":"FILE"}}""", SourceInfo)]
    [InlineData(
        """{"post_info":{"privacy_level":"SELF_ONLY"},"source_info":{"source":"FILE_UPLOAD","video_size":9}}""",
        SourceInfo
    )]
    [InlineData(
        """{"post_info":{"privacy_level":"SELF_ONLY"},"source_info":{"source":"FILE_UPLOAD","video_size":"9","chunk_size":9,"total_chunk_count":1}}""",
        SourceInfo
    )]
    [InlineData("""{"post_info":{"privacy_level":"SELF_ONLY"},"source_info":{"source":"PULL_FROM_URL"}}""", SourceInfo)]
    [InlineData(
        """{"post_info":{"privacy_level":"SELF_ONLY"},"source_info":{"source":"PULL_FROM_URL","video_url":"http://media.example.com/a.mp4"}}""",
        SourceInfo
    )]
    [InlineData("not json", "The request is malformed")]
    [InlineData("", "The request is malformed")]
    public async Task A_malformed_direct_init_is_refused(string body, string message)
    {
        await using var session = await OfficialSession.ConnectedAsync();

        var answer = await session.JsonAsync(OfficialSession.DirectInit, body);

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.ErrorCode.ShouldBe("invalid_params");
        answer.Message.ShouldBe(message);
    }

    [Fact]
    public async Task A_body_that_is_not_sent_as_JSON_is_refused()
    {
        await using var session = await OfficialSession.ConnectedAsync();

        var answer = await session.SendAsync(
            HttpMethod.Post,
            OfficialSession.Api + OfficialSession.DraftInit,
            new StringContent("{}", Encoding.UTF8, "text/plain"),
            session.AccessToken
        );

        answer.ErrorCode.ShouldBe("invalid_params");
        session.Sandbox.Official.Report.Findings.ShouldHaveSingleItem().Rule.ShouldContain("application/json");
    }

    [Fact]
    public async Task A_title_is_counted_in_UTF16_code_units()
    {
        await using var session = await OfficialSession.ConnectedAsync();
        var fits = string.Concat(Enumerable.Repeat("🌻", 1100));

        var taken = await session.InitAsync(OfficialSession.DirectInit, 9, Info(fits));
        var refused = await session.InitAsync(OfficialSession.DirectInit, 9, Info(fits + "x"));

        taken.ErrorCode.ShouldBe("ok");
        refused.Message.ShouldBe(PostInfo);

        static string Info(string title) => $$"""{"privacy_level":"SELF_ONLY","title":"{{title}}"}""";
    }

    [Theory]
    [InlineData("""{"privacy_level":"FOLLOWER_OF_CREATOR"}""")]
    [InlineData("{}")]
    public async Task A_privacy_level_that_is_not_offered_or_missing_is_a_mismatch(string info)
    {
        await using var session = await OfficialSession.ConnectedAsync();

        var answer = await session.InitAsync(OfficialSession.DirectInit, 9, info);

        answer.Status.ShouldBe(HttpStatusCode.Forbidden);
        answer.ErrorCode.ShouldBe("privacy_level_option_mismatch");
    }

    [Fact]
    public async Task Publishing_does_not_include_uploading_nor_the_other_way_round()
    {
        await using var session = await OfficialSession.ConnectedAsync(scopes: "video.publish");

        var draft = await session.InitAsync(OfficialSession.DraftInit, 9);
        session.Connect(DemoWorld.SunnyGarden, DemoApps.AuditedKey, "video.upload");
        var direct = await session.InitAsync(OfficialSession.DirectInit, 9, Self);
        var info = await session.JsonAsync("post/publish/creator_info/query/", "{}");

        draft.Status.ShouldBe(HttpStatusCode.Unauthorized);
        draft.ErrorCode.ShouldBe("scope_not_authorized");
        direct.ErrorCode.ShouldBe("scope_not_authorized");
        info.ErrorCode.ShouldBe("scope_not_authorized");
    }

    [Fact]
    public async Task The_seventh_init_in_a_minute_is_429_without_Retry_After_and_the_window_slides()
    {
        await using var session = await OfficialSession.ConnectedAsync();
        for (var i = 0; i < 6; i++)
        {
            (await session.InitAsync(OfficialSession.DraftInit, 9)).ErrorCode.ShouldBe("ok");
            session.Clock.Advance(TimeSpan.FromSeconds(5));
        }

        var refused = await session.InitAsync(OfficialSession.DraftInit, 9);
        var other = await session.InitAsync(OfficialSession.DirectInit, 9, Self);
        session.Clock.Advance(TimeSpan.FromSeconds(30));
        var next = await session.InitAsync(OfficialSession.DraftInit, 9);
        var tooSoon = await session.InitAsync(OfficialSession.DraftInit, 9);

        refused.Status.ShouldBe(HttpStatusCode.TooManyRequests);
        refused.ErrorCode.ShouldBe("rate_limit_exceeded");
        refused.Headers.RetryAfter.ShouldBeNull();
        other.ErrorCode.ShouldBe("ok");
        next.ErrorCode.ShouldBe("ok");
        tooSoon.ErrorCode.ShouldBe("rate_limit_exceeded");
    }

    [Theory]
    [InlineData(SandboxEndpoint.CreatorInfo, "post/publish/creator_info/query/", 20)]
    [InlineData(SandboxEndpoint.PublishStatus, "post/publish/status/fetch/", 30)]
    [InlineData(SandboxEndpoint.VideoList, "video/list/?fields=id", 600)]
    public async Task Every_endpoint_has_its_documented_limit_which_can_be_changed(
        SandboxEndpoint endpoint,
        string path,
        int limit
    )
    {
        await using var session = await OfficialSession.ConnectedAsync();
        for (var i = 0; i < limit; i++)
        {
            (await session.JsonAsync(path, "{}")).Status.ShouldNotBe(HttpStatusCode.TooManyRequests);
        }

        (await session.JsonAsync(path, "{}")).Status.ShouldBe(HttpStatusCode.TooManyRequests);
        session.Sandbox.RateLimits.Set(endpoint, limit + 1);
        (await session.JsonAsync(path, "{}")).Status.ShouldNotBe(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task Retry_After_and_a_burst_limit_are_switches()
    {
        await using var session = await OfficialSession.ConnectedAsync();
        session.Sandbox.Official.Settings = new OfficialSettings { RetryAfterSeconds = 7, BurstPerSecond = 1 };

        var first = await session.JsonAsync("video/list/?fields=id", "{}");
        var second = await session.JsonAsync("video/list/?fields=id", "{}");
        session.Clock.Advance(TimeSpan.FromSeconds(1));
        var third = await session.JsonAsync("video/list/?fields=id", "{}");

        first.ErrorCode.ShouldBe("ok");
        second.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(7));
        third.ErrorCode.ShouldBe("ok");
    }

    [Fact]
    public async Task Post_info_on_a_draft_is_taken_ignored_and_reported()
    {
        await using var session = await OfficialSession.ConnectedAsync();

        var answer = await session.InitAsync(OfficialSession.DraftInit, 9, """{"title":"Lost"}""");

        answer.ErrorCode.ShouldBe("ok");
        session.Sandbox.Official.Tasks.ShouldHaveSingleItem().Wish.Title.ShouldBeEmpty();
        var finding = session.Sandbox.Official.Report.Findings.ShouldHaveSingleItem();
        finding.Kind.ShouldBe(FindingKind.Luck);
        finding.Rule.ShouldContain("post_info");
    }

    [Fact]
    public async Task Branded_content_for_oneself_is_reported_or_refused_as_wanted()
    {
        await using var session = await OfficialSession.ConnectedAsync();
        const string info = """{"privacy_level":"SELF_ONLY","brand_content_toggle":true}""";

        var taken = await session.InitAsync(OfficialSession.DirectInit, 9, info);
        session.Sandbox.Official.Settings = new OfficialSettings { RefusePrivateBrandedContent = true };
        var refused = await session.InitAsync(OfficialSession.DirectInit, 9, info);

        taken.ErrorCode.ShouldBe("ok");
        refused.ErrorCode.ShouldBe("invalid_params");
        session
            .Sandbox.Official.Report.Findings.Select(finding => finding.Kind)
            .ShouldBe([FindingKind.Luck, FindingKind.Refused]);
    }

    [Theory]
    [InlineData("""{"post_info":{"title":"cut in half \ud83d","privacy_level":"SELF_ONLY"}}""")]
    [InlineData(
        """{"\ud83d":1,"post_info":{"privacy_level":"SELF_ONLY"},"source_info":{"source":"FILE_UPLOAD","video_size":9,"chunk_size":9,"total_chunk_count":1}}"""
    )]
    public async Task Half_a_character_is_refused_as_a_bad_request(string body)
    {
        await using var session = await OfficialSession.ConnectedAsync();

        var answer = await session.JsonAsync(OfficialSession.DirectInit, body);

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.ErrorCode.ShouldBe("invalid_params");
        session.Sandbox.Official.Report.Findings.ShouldHaveSingleItem().Kind.ShouldBe(FindingKind.Refused);
    }

    [Fact]
    public async Task Status_knows_only_the_tasks_of_its_app_and_creator()
    {
        await using var session = await OfficialSession.ConnectedAsync();
        var mine = (await session.InitAsync(OfficialSession.DraftInit, 9)).Data("publish_id");
        var body = $$"""{"publish_id":"{{mine}}"}""";

        var fresh = await session.StatusAsync(mine);
        var unknown = await session.JsonAsync("post/publish/status/fetch/", """{"publish_id":"v_pub_file~v2-1.1"}""");
        var missing = await session.JsonAsync("post/publish/status/fetch/", "{}");
        session.Connect(DemoWorld.HarborLights);
        var foreign = await session.JsonAsync("post/publish/status/fetch/", body);
        session.Connect(DemoWorld.SunnyGarden, DemoApps.UnauditedKey);
        var otherApp = await session.JsonAsync("post/publish/cancel/", body);

        fresh.ToJsonString().ShouldBe("""{"status":"PROCESSING_UPLOAD","uploaded_bytes":0}""");
        unknown.ErrorCode.ShouldBe("invalid_publish_id");
        missing.ErrorCode.ShouldBe("invalid_publish_id");
        foreign.ErrorCode.ShouldBe("token_not_authorized_for_specified_publish_id");
        otherApp.ErrorCode.ShouldBe("token_not_authorized_for_specified_publish_id");
    }

    [Fact]
    public async Task A_task_can_be_made_to_show_up_late_and_empty_ids_can_be_sent()
    {
        await using var session = await OfficialSession.ConnectedAsync();
        session.Sandbox.Official.Settings = new OfficialSettings
        {
            PublishIdDelay = TimeSpan.FromSeconds(2),
            EmptyPostIds = true,
        };
        var id = (await session.InitAsync(OfficialSession.DraftInit, 9)).Data("publish_id");

        var early = await session.JsonAsync("post/publish/status/fetch/", $$"""{"publish_id":"{{id}}"}""");
        session.Clock.Advance(TimeSpan.FromSeconds(2));
        var later = await session.StatusAsync(id);

        early.ErrorCode.ShouldBe("invalid_publish_id");
        later["publicaly_available_post_id"]!.AsArray().Count.ShouldBe(0);
    }
}
