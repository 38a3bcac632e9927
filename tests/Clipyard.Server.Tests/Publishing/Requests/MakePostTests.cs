using System.Net;
using System.Net.Http.Json;
using Clipyard.Server.Archive;
using Clipyard.Server.Publishing.Posts;
using Clipyard.TikTokApi.OAuth;

namespace Clipyard.Server.Tests.Publishing.Requests;

public sealed class MakePostTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_post_of_an_upload_is_taken_on_as_a_draft_and_says_what_a_draft_lacks()
    {
        await using var host = await PostHost.StartAsync();
        var upload = await host.UploadAsync();

        var answer = await host.AskAsync(
            new
            {
                source = new { upload_id = upload },
                content = "Hello #tag",
                description = "More of it.",
            }
        );

        answer["success"].GetBoolean().ShouldBeTrue();
        answer["state"].GetString().ShouldBe("preparing");
        answer["status"].GetString().ShouldBe("PROCESSING");
        answer["mode"].GetString().ShouldBe("inbox");
        answer["transfer"].GetString().ShouldBe("upload");
        answer["kind"].GetString().ShouldBe("video");
        answer["caption"].GetString().ShouldBe("Hello #tag\n\nMore of it.");
        answer["note"].GetString()!.ShouldContain("by hand");
        answer["account.id"].GetGuid().ShouldBe(host.AccountId);
        answer["account.username"].GetString().ShouldBe(PostHost.Username);
        answer["account.nickname"].GetString().ShouldBe("The sunny_garden");
        answer["settings.disable_comment"].GetBoolean().ShouldBeTrue();
        answer["settings.disable_duet"].GetBoolean().ShouldBeTrue();
        answer["settings.is_aigc"].GetBoolean().ShouldBeFalse();
        answer["needs_approval"].GetBoolean().ShouldBeFalse();
        answer["status_url"].GetString().ShouldBe(answer.Headers["Location"]);
        var row = await host.RowAsync(answer["post_id"].GetGuid());
        row.Source.UploadId.ShouldBe(upload);
        row.Lane.ShouldBe(PostLanes.Prepare + row.Id);
        (await host.UploadsAsync()).ShouldHaveSingleItem().TakenAt.ShouldNotBeNull();
        (await host.AuditedAsync()).ShouldContain("post.created");
    }

    [Theory]
    [InlineData("Video", "video", "upload")]
    [InlineData("Photo", "photos", "pull")]
    public async Task A_kept_clip_is_posted_as_what_it_is(string kind, string posted, string transfer)
    {
        await using var host = await PostHost.StartAsync();
        await host.AddClipAsync("7123456789012345678", Enum.Parse<ClipKind>(kind));

        var answer = await host.AskAsync(new { source = new { clip_id = "7123456789012345678" }, title = "Title" });

        answer["kind"].GetString().ShouldBe(posted);
        answer["transfer"].GetString().ShouldBe(transfer);
    }

    [Fact]
    public async Task A_post_of_a_kept_clip_names_it_and_shows_its_cover()
    {
        await using var host = await PostHost.StartAsync();
        await host.AddClipAsync("7123456789012345678", cover: "tiktok/garden/7123456789012345678.cover.jpg");
        await host.AddClipAsync("7123456789012345679");

        var answer = await host.AskAsync(new { source = new { clip_id = "7123456789012345678" } });
        await host.AskAsync(new { source = new { clip_id = "7123456789012345679" } });
        await host.AskAsync(new { source = new { upload_id = await host.UploadAsync() } });

        answer["clip_id"].GetString().ShouldBe("7123456789012345678");
        answer["thumbnail_url"].GetString().ShouldNotBeNull().ShouldContain("7123456789012345678.cover.jpg?expires=");
        var posts = (await host.Server.GetAsync("/api/posts"))["posts"].EnumerateArray().ToList();
        posts
            .Select(post => (post.GetProperty("clip_id").GetString(), post.GetProperty("thumbnail_url").GetString()))
            .ShouldBe(
                [
                    (null, null),
                    ("7123456789012345679", null),
                    ("7123456789012345678", answer["thumbnail_url"].GetString()),
                ],
                ignoreOrder: true
            );
    }

    [Fact]
    public async Task A_direct_post_carries_its_settings()
    {
        await using var host = await PostHost.StartAsync();

        var answer = await host.AskAsync(
            new
            {
                source = new { upload_id = await host.UploadAsync() },
                mode = "direct",
                title = "As a title",
                privacy_level = "SELF_ONLY",
                disable_comment = false,
                video_cover_timestamp_ms = 1000,
                brand_organic_toggle = true,
                is_aigc = true,
            }
        );

        answer["mode"].GetString().ShouldBe("direct");
        answer["note"].ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        answer["caption"].GetString().ShouldBe("As a title");
        answer["settings.privacy_level"].GetString().ShouldBe("SELF_ONLY");
        answer["settings.disable_comment"].GetBoolean().ShouldBeFalse();
        answer["settings.disable_stitch"].GetBoolean().ShouldBeTrue();
        answer["settings.video_cover_timestamp_ms"].GetInt32().ShouldBe(1000);
        answer["settings.brand_organic_toggle"].GetBoolean().ShouldBeTrue();
        answer["settings.is_aigc"].GetBoolean().ShouldBeTrue();
        answer["needs_approval"].GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task Without_the_scope_publish_a_direct_post_waits_for_a_person_whatever_was_said()
    {
        await using var host = await PostHost.StartAsync();
        var key = await host.KeyAsync("draft read");
        var body = new
        {
            source = new { upload_id = await host.UploadAsync() },
            mode = "direct",
            privacy_level = "SELF_ONLY",
            approval = false,
        };

        var answer = await host.WithKeyAsync(key, HttpMethod.Post, "/api/posts", body);

        answer.Status.ShouldBe(HttpStatusCode.Accepted, answer.Text);
        answer["needs_approval"].GetBoolean().ShouldBeTrue();
    }

    [Theory]
    [InlineData("{}", "invalid_parameter", "source")]
    [InlineData("""{"source":{}}""", "invalid_parameter", "exactly one")]
    [InlineData("""{"source":{"clip_id":"1","url":"https://example.com/a.mp4"}}""", "invalid_parameter", "exactly one")]
    [InlineData("""{"source":{"clip_id":"7000000000000000001"}}""", "not_found", "7000000000000000001")]
    [InlineData("""{"source":{"clip_id":"x'; --"}}""", "not_found", "clip")]
    [InlineData("""{"source":{"upload_id":"x"}}""", "invalid_parameter", "upload_id")]
    [InlineData("""{"source":{"upload_id":"0192f3a4-5b6c-7d8e-9f00-112233445566"}}""", "not_found", "upload")]
    [InlineData("""{"source":{"url":"http://127.0.0.1/a.mp4"}}""", "url_not_allowed", "")]
    [InlineData("""{"source":{"images":[]}}""", "invalid_parameter", "images")]
    [InlineData("""{"source":{"images":["https://example.com/a.jpg",null]}}""", "invalid_parameter", "source")]
    [InlineData(
        """{"source":{"images":["https://example.com/a.jpg"]},"transfer":"upload"}""",
        "invalid_parameter",
        "pull"
    )]
    [InlineData("""{"source":{"url":"https://example.com/a.mp4"},"mode":"public"}""", "invalid_parameter", "mode")]
    [InlineData("""{"source":{"url":"https://example.com/a.mp4"},"transfer":"fax"}""", "invalid_parameter", "transfer")]
    [InlineData(
        """{"source":{"url":"https://example.com/a.mp4"},"mode":"direct"}""",
        "invalid_parameter",
        "privacy_level"
    )]
    [InlineData(
        """{"source":{"url":"https://example.com/a.mp4"},"privacy_level":"PUBLIC"}""",
        "invalid_parameter",
        "privacy_level"
    )]
    [InlineData(
        """{"source":{"url":"https://example.com/a.mp4"},"privacy_level":"SELF_ONLY","brand_content_toggle":true}""",
        "privacy_not_allowed",
        "SELF_ONLY"
    )]
    [InlineData(
        """{"source":{"url":"https://example.com/a.mp4"},"video_cover_timestamp_ms":-1}""",
        "invalid_parameter",
        "video_cover_timestamp_ms"
    )]
    [InlineData(
        """{"source":{"url":"https://example.com/a.mp4"},"account_id":"me"}""",
        "invalid_parameter",
        "account_id"
    )]
    [InlineData(
        """{"source":{"url":"https://example.com/a.mp4"},"account_id":"0192f3a4-5b6c-7d8e-9f00-112233445566"}""",
        "not_found",
        ""
    )]
    [InlineData(
        """{"source":{"url":"https://example.com/a.mp4"},"schedule_time":"soon"}""",
        "invalid_parameter",
        "schedule_time"
    )]
    [InlineData(
        """{"source":{"url":"https://example.com/a.mp4"},"content":"a\u0007b"}""",
        "invalid_parameter",
        "control"
    )]
    public async Task What_cannot_be_is_refused_by_name_and_makes_nothing(string body, string code, string named)
    {
        await using var host = await PostHost.StartAsync();
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");

        using var response = await host.Server.Client.PostAsync("/api/posts", content, Stop);
        var answer = await JsonAnswer.ReadAsync(response, Stop);

        answer.Code.ShouldBe(code, answer.Text);
        answer["detail"].GetString()!.ShouldContain(named);
        answer["remedy"].GetString().ShouldNotBeNullOrEmpty();
        (await host.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task A_caption_is_counted_in_utf16_units_with_its_description()
    {
        await using var host = await PostHost.StartAsync();
        var emoji = string.Concat(Enumerable.Repeat("\U0001F3AC", 1000)); // two units each
        var source = new { url = "https://example.com/a.mp4" };

        await host.AskAsync(
            new
            {
                source,
                content = emoji,
                description = new string('d', 198),
            }
        );
        var refused = await host.Server.PostAsync(
            "/api/posts",
            new
            {
                source,
                content = emoji,
                description = new string('d', 199),
            }
        );

        refused.Code.ShouldBe("caption_too_long");
        refused["detail"].GetString()!.ShouldContain("2,201");
    }

    [Fact]
    public async Task Photos_have_a_title_and_a_longer_description()
    {
        await using var host = await PostHost.StartAsync();
        var source = new { images = new[] { "https://example.com/a.jpg", "https://example.com/b.webp" } };

        var answer = await host.AskAsync(
            new
            {
                source,
                title = "A title",
                content = new string('c', 4000),
            }
        );
        var refused = await host.Server.PostAsync("/api/posts", new { source, title = new string('t', 91) });

        answer["kind"].GetString().ShouldBe("photos");
        answer["title"].GetString().ShouldBe("A title");
        answer["caption"].GetString()!.Length.ShouldBe(4000);
        refused.Code.ShouldBe("caption_too_long");
    }

    [Fact]
    public async Task The_account_must_have_granted_what_the_mode_needs()
    {
        await using var host = await PostHost.StartAsync(withAccount: false);
        await host.AddAccountAsync("quiet_corner", TikTokScopes.UserInfoBasic, TikTokScopes.VideoUpload);
        var source = new { url = "https://example.com/a.mp4" };

        await host.AskAsync(new { source });
        var refused = await host.Server.PostAsync(
            "/api/posts",
            new
            {
                source,
                mode = "direct",
                privacy_level = "SELF_ONLY",
            }
        );

        refused.Code.ShouldBe("scope_missing");
        refused["detail"].GetString()!.ShouldContain("video.publish");
    }

    [Fact]
    public async Task Without_an_account_or_with_several_and_no_choice_nothing_is_made()
    {
        await using var host = await PostHost.StartAsync(withAccount: false);
        var body = new { source = new { url = "https://example.com/a.mp4" } };

        (await host.Server.PostAsync("/api/posts", body)).Code.ShouldBe("not_connected");
        var one = await host.AddAccountAsync("one");
        await host.AddAccountAsync("two");
        (await host.Server.PostAsync("/api/posts", body)).Code.ShouldBe("conflict");

        var chosen = await host.AskAsync(new { body.source, account_id = one });
        chosen["account.username"].GetString().ShouldBe("one");
        (await host.CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task The_same_request_with_its_key_makes_one_post_also_of_an_upload_that_is_taken_by_it()
    {
        await using var host = await PostHost.StartAsync();
        var body = new { source = new { upload_id = await host.UploadAsync() }, content = "Once" };

        var first = await host.Server.SendAsync(HttpMethod.Post, "/api/posts", body, ("Idempotency-Key", "k-1"));
        var second = await host.Server.SendAsync(HttpMethod.Post, "/api/posts", body, ("Idempotency-Key", "k-1"));
        var other = await host.Server.SendAsync(
            HttpMethod.Post,
            "/api/posts",
            new { body.source, content = "Twice" },
            ("Idempotency-Key", "k-1")
        );

        second.Status.ShouldBe(HttpStatusCode.Accepted, second.Text);
        second["post_id"].GetGuid().ShouldBe(first["post_id"].GetGuid());
        other.Code.ShouldBe("idempotency_mismatch");
        (await host.CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task A_key_that_may_only_read_makes_nothing()
    {
        await using var host = await PostHost.StartAsync();
        var key = await host.KeyAsync("read");

        var refused = await host.WithKeyAsync(
            key,
            HttpMethod.Post,
            "/api/posts",
            new { source = new { url = "https://example.com/a.mp4" } }
        );

        refused.Status.ShouldBe(HttpStatusCode.Forbidden);
        (await host.CountAsync()).ShouldBe(0);
    }
}
