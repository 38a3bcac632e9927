using System.Net;
using System.Text;
using System.Text.Json;
using Clipyard.Server.Publishing.Posts;
using Clipyard.Server.Tests.Network;
using Clipyard.Server.Tests.Publishing.Requests;

namespace Clipyard.Server.Tests.Automation.N8n;

public sealed class VideoRouteTests
{
    public static TheoryData<string> Routes => WorkflowCall.Routes;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task Unless_told_otherwise_a_person_approves_before_anything_goes_out(string route)
    {
        await using var host = await PostHost.StartAsync();

        var answer = await host.SendAsync(
            route,
            $$"""
            { "content": "Caption #tag", "platforms": ["tiktok"], "video_url": "{{WorkflowCall.Video}}",
              "video_title": "optional", "schedule_time": "2026-12-01T18:00:00+07:00" }
            """
        );

        answer.Status.ShouldBe(HttpStatusCode.Accepted, answer.Text);
        answer["success"].GetBoolean().ShouldBeTrue();
        answer["state"].GetString().ShouldBe("preparing");
        answer["status"].GetString().ShouldBe("PROCESSING");
        answer["caption"].GetString().ShouldBe("Caption #tag");
        answer["results.tiktok.success"].GetBoolean().ShouldBeTrue();
        answer["results.tiktok.post_id"].GetGuid().ShouldBe(answer["post_id"].GetGuid());
        answer["status_url"].GetString().ShouldEndWith($"/api/posts/{answer["post_id"].GetGuid()}");
        await host.PrepareAsync(answer["post_id"].GetGuid());
        (await host.GetAsync(answer["post_id"].GetGuid()))["state"].GetString().ShouldBe("awaiting_approval");
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task With_auto_approve_it_goes_on_at_once_as_a_private_draft(string route)
    {
        await using var host = await PostHost.StartAsync();

        var answer = await host.SendAsync(
            route,
            $$"""{"video_url": "{{WorkflowCall.Video}}", "auto_approve": true}""",
            await host.KeyAsync("draft")
        );

        answer["mode"].GetString().ShouldBe("inbox", answer.Text);
        answer["needs_approval"].GetBoolean().ShouldBeFalse();
        await host.PrepareAsync(answer["post_id"].GetGuid());
        (await host.RowAsync(answer["post_id"].GetGuid())).State.ShouldBe(PostState.Queued);
    }

    [Theory]
    [InlineData("/api/posts/video", "draft", true)]
    [InlineData("/webhook/n8n/video-upload", "draft", true)]
    [InlineData("/api/posts/video", "draft publish", false)]
    [InlineData("/webhook/n8n/video-upload", "draft publish", false)]
    public async Task A_direct_post_goes_out_by_itself_only_with_the_scope_publish(
        string route,
        string scopes,
        bool waits
    )
    {
        await using var host = await PostHost.StartAsync();

        var answer = await host.SendAsync(
            route,
            $$"""
            {"video_url": "{{WorkflowCall.Video}}", "auto_approve": true, "mode": "direct", "privacy_level": "SELF_ONLY"}
            """,
            await host.KeyAsync(scopes)
        );

        answer["mode"].GetString().ShouldBe("direct", answer.Text);
        answer["needs_approval"].GetBoolean().ShouldBe(waits);
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task A_key_in_the_address_works_if_it_may_and_never_publishes(string route)
    {
        await using var host = await PostHost.StartAsync();
        using var client = host.Server.CreateClient();
        var may = await host.KeyAsync("draft publish", allowInQuery: true);
        var mayNot = await host.KeyAsync("draft publish");
        var body = $$"""
            {"video_url": "{{WorkflowCall.Video}}", "auto_approve": true, "mode": "direct", "privacy_level": "SELF_ONLY"}
            """;

        var taken = await SendAsync(client, $"{route}?api_key={may}", body);
        var refused = await SendAsync(client, $"{route}?api_key={mayNot}", body);

        taken.Status.ShouldBe(HttpStatusCode.Accepted, taken.Text);
        taken["needs_approval"].GetBoolean().ShouldBeTrue();
        refused.Code.ShouldBe("unauthenticated");
        refused["remedy"]
            .GetString()!
            .ShouldContain($"curl -X POST -H 'Authorization: Bearer KEY' '{host.Server.Server.Address}{route[1..]}'");
        (await host.CountAsync()).ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task The_same_request_again_makes_nothing_new(string route)
    {
        await using var host = await PostHost.StartAsync();
        var body = $$"""{"video_url": "{{WorkflowCall.Video}}"}""";

        var first = await host.SendAsync(route, body, idempotencyKey: "execution-7");
        var again = await host.SendAsync(route, body, idempotencyKey: "execution-7");
        var other = await host.SendAsync(route, body.Replace("video.mp4", "other.mp4"), idempotencyKey: "execution-7");

        again.Status.ShouldBe(HttpStatusCode.Accepted, again.Text);
        again["post_id"].GetGuid().ShouldBe(first["post_id"].GetGuid());
        other.Code.ShouldBe("idempotency_mismatch");
        (await host.CountAsync()).ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task Members_written_as_texts_or_left_empty_mean_what_they_can_only_mean(string route)
    {
        await using var host = await PostHost.StartAsync();

        var answer = await host.SendAsync(
            route,
            $$"""
            { "content": 2026, "platforms": "TikTok", "video_url": "{{WorkflowCall.Video}}", "video_title": "",
              "video_description": null, "auto_approve": "True", "schedule_time": "", "schedule_zone": "",
              "account_id": "", "mode": "", "transfer": "", "privacy_level": "", "callback_url": "",
              "disable_comment": "false", "disable_duet": 0, "disable_stitch": "", "video_cover_timestamp_ms": "1500",
              "photo_cover_index": "", "is_aigc": " true ", "brand_content_toggle": null, "repair": "off",
              "executionId": 231, "headers": {"host": "n8n"} }
            """
        );

        answer.Status.ShouldBe(HttpStatusCode.Accepted, answer.Text);
        answer["caption"].GetString().ShouldBe("2026");
        answer["mode"].GetString().ShouldBe("inbox");
        answer["needs_approval"].GetBoolean().ShouldBeFalse();
        answer["settings.disable_comment"].GetBoolean().ShouldBeFalse();
        answer["settings.disable_duet"].GetBoolean().ShouldBeFalse();
        answer["settings.disable_stitch"].GetBoolean().ShouldBeTrue();
        answer["settings.video_cover_timestamp_ms"].GetInt32().ShouldBe(1500);
        answer["settings.is_aigc"].GetBoolean().ShouldBeTrue();
        answer["schedule_time"].ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Theory]
    [InlineData("\"tiktok\"")]
    [InlineData("\" tiktok \"")]
    [InlineData("\"[\\\"tiktok\\\"]\"")]
    [InlineData("\"\"")]
    [InlineData("null")]
    public async Task A_list_of_platforms_may_be_a_text(string platforms)
    {
        await using var host = await PostHost.StartAsync();

        var answer = await host.SendAsync(
            "/webhook/n8n/video-upload",
            $$"""{"video_url": "{{WorkflowCall.Video}}", "platforms": {{platforms}}}"""
        );

        answer.Status.ShouldBe(HttpStatusCode.Accepted, answer.Text);
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task What_cannot_be_is_refused_by_name_and_makes_nothing(string route)
    {
        await using var host = await PostHost.StartAsync();
        var noDrafts = await host.AddAccountAsync("no_drafts", Clipyard.TikTokApi.OAuth.TikTokScopes.UserInfoBasic);
        var mine = $"\"video_url\": \"{WorkflowCall.Video}\", \"account_id\": \"{host.AccountId}\"";
        (string Body, string Code)[] refused =
        [
            ($$"""{ {{mine}}, "platforms": ["instagram"] }""", "unsupported_platform"),
            ($$"""{ {{mine}}, "platforms": ["tiktok", "instagram"] }""", "unsupported_platform"),
            ($$"""{ {{mine}}, "platforms": "tiktok,instagram" }""", "unsupported_platform"),
            ($$"""{ {{mine}}, "platforms": "tiktok," }""", "unsupported_platform"),
            ($$"""{ {{mine}}, "platforms": [] }""", "unsupported_platform"),
            ($$"""{ {{mine}}, "platforms": [null] }""", "unsupported_platform"),
            ($$"""{ {{mine}}, "platforms": 7 }""", "invalid_parameter"),
            ($$"""{ {{mine}}, "platforms": "[tiktok" }""", "invalid_parameter"),
            ($$"""{ {{mine}}, "auto_approve": "yes please" }""", "invalid_parameter"),
            ($$"""{ {{mine}}, "auto_approve": 2 }""", "invalid_parameter"),
            ($$"""{ {{mine}}, "auto_approve": [true] }""", "invalid_parameter"),
            ($$"""{ {{mine}}, "auto_approve": false, "auto_approve": true }""", "invalid_parameter"),
            ($$"""{ {{mine}}, "content": true }""", "invalid_parameter"),
            ($$"""{ {{mine}}, "content": {"text": "x"} }""", "invalid_parameter"),
            ($$"""{ {{mine}}, "schedule_time": 1796122800 }""", "invalid_parameter"),
            ($$"""{ {{mine}}, "schedule_time": "tomorrow" }""", "invalid_parameter"),
            ($$"""{ {{mine}}, "schedule_time": "2020-01-01T00:00:00Z" }""", "invalid_parameter"),
            ($$"""{ {{mine}}, "mode": "publish" }""", "invalid_parameter"),
            ($$"""{ {{mine}}, "mode": "direct" }""", "invalid_parameter"),
            ($$"""{ {{mine}}, "video_cover_timestamp_ms": "soon" }""", "invalid_parameter"),
            ($$"""{ {{mine}}, "content": "{{new string('x', 2_201)}}" }""", "caption_too_long"),
            ("""{ "content": "no video" }""", "invalid_parameter"),
            ("""{ "video_url": "" }""", "invalid_parameter"),
            ($$"""{ "video_url": "{{WorkflowCall.Video}}" }""", "conflict"),
            ($$"""{ "video_url": "{{WorkflowCall.Video}}", "account_id": "{{Guid.NewGuid()}}" }""", "not_found"),
            ($$"""{ "video_url": "{{WorkflowCall.Video}}", "account_id": "mine" }""", "invalid_parameter"),
            ($$"""{ "video_url": "{{WorkflowCall.Video}}", "account_id": "{{noDrafts}}" }""", "scope_missing"),
            ("[]", "invalid_parameter"),
            ("null", "invalid_parameter"),
            ("{", "invalid_parameter"),
            ("", "invalid_parameter"),
        ];

        foreach (var (body, code) in refused)
        {
            var answer = await host.SendAsync(route, body);

            answer.Code.ShouldBe(code, body);
            answer["success"].GetBoolean().ShouldBeFalse();
        }

        (await host.SendAsync(route, $"{{ {mine} }}", "cyk_wrong")).Code.ShouldBe("unauthenticated");
        (await host.SendAsync(route, $"{{ {mine} }}", await host.KeyAsync("read tasks"))).Code.ShouldBe("forbidden");
        (await host.CountAsync()).ShouldBe(0);
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task A_hostile_address_is_refused_and_makes_nothing(string route)
    {
        await using var host = await PostHost.StartAsync();

        foreach (var row in HostileAddresses.Written)
        {
            var address = row.Data.Item2;
            var answer = await host.SendAsync(route, JsonSerializer.Serialize(new { video_url = address }));

            answer.Code.ShouldBe(
                string.IsNullOrWhiteSpace(address) ? "invalid_parameter" : "url_not_allowed",
                row.Data.Item1
            );
        }

        (await host.CountAsync()).ShouldBe(0);
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task Without_a_connected_account_nothing_is_made(string route)
    {
        await using var host = await PostHost.StartAsync(withAccount: false);

        var answer = await host.SendAsync(route, $$"""{"video_url": "{{WorkflowCall.Video}}"}""");

        answer.Code.ShouldBe("not_connected");
        (await host.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task A_fault_is_told_with_the_member_and_its_line()
    {
        await using var host = await PostHost.StartAsync();

        var strict = await host.SendAsync("/webhook/n8n/video-upload", "{\n\"repair\": [1]\n}");
        var loose = await host.SendAsync("/webhook/n8n/video-upload", "{\"auto_approve\": \"true\", \"repair\": [1]}");

        strict["detail"].GetString()!.ShouldContain("'repair'");
        loose["detail"].GetString()!.ShouldContain("'repair'");
    }

    [Fact]
    public async Task A_body_that_is_no_JSON_is_answered_with_415()
    {
        await using var host = await PostHost.StartAsync();
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("video_url", WorkflowCall.Video)]);

        using var response = await host.Server.Client.PostAsync("/webhook/n8n/video-upload", form, Stop);

        response.StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);
        (await JsonAnswer.ReadAsync(response, Stop))["remedy"].GetString()!.ShouldContain("application/json");
    }

    private static async Task<JsonAnswer> SendAsync(HttpClient client, string address, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await client.PostAsync(address, content, Stop);
        return await JsonAnswer.ReadAsync(response, Stop);
    }
}
