using System.Net;
using System.Text.Json;
using Clipyard.Server.Publishing.Posts;

namespace Clipyard.Server.Tests.Publishing.Requests;

public sealed class EditPostTests
{
    [Fact]
    public async Task Texts_settings_time_and_mode_are_changed_and_the_rest_stays()
    {
        await using var host = await PostHost.StartAsync();
        var id = await host.PreparedAsync();
        var before = await host.GetAsync(id);

        var edited = await host.PatchAsync(
            id,
            new
            {
                content = "Better",
                mode = "direct",
                privacy_level = "SELF_ONLY",
                disable_duet = false,
                schedule_time = "2026-12-01T18:00",
                schedule_zone = "Asia/Bangkok",
            }
        );

        edited.Status.ShouldBe(HttpStatusCode.OK, edited.Text);
        edited["caption"].GetString().ShouldBe("Better");
        edited["mode"].GetString().ShouldBe("direct");
        edited["settings.disable_duet"].GetBoolean().ShouldBeFalse();
        edited["settings.disable_stitch"].GetBoolean().ShouldBeTrue();
        edited["schedule_time"].GetString().ShouldBe("2026-12-01T18:00:00+07:00");
        edited["schedule_zone"].GetString().ShouldBe("Asia/Bangkok");
        edited["state"].GetString().ShouldBe("scheduled");
        edited["version"].GetString().ShouldNotBe(before["version"].GetString());
        edited.Headers["ETag"].ShouldBe($"\"{edited["revision"].GetInt32()}\"");
        (await host.AuditedAsync()).ShouldContain("post.edited");
    }

    [Fact]
    public async Task A_time_is_taken_away_by_null_and_a_caption_too()
    {
        await using var host = await PostHost.StartAsync();
        var id = await host.PreparedAsync(scheduleTime: "2026-12-01T18:00:00Z");

        var edited = await host.PatchAsync(id, new { schedule_time = (string?)null, content = (string?)null });

        edited["schedule_time"].ValueKind.ShouldBe(JsonValueKind.Null);
        edited["caption"].ValueKind.ShouldBe(JsonValueKind.Null);
        edited["state"].GetString().ShouldBe("queued");
    }

    [Fact]
    public async Task The_version_of_an_edit_is_the_one_that_is_computed_from_the_row()
    {
        await using var host = await PostHost.StartAsync();
        var id = await host.PreparedAsync();

        var edited = await host.PatchAsync(id, new { schedule_time = "2026-12-01T18:00:00.1239+07:00" });

        var row = await host.RowAsync(id);
        var file = new PostFile { Object = "", Sha256 = new string('b', 64), ContentType = "" };
        edited["version"].GetString().ShouldBe(PostVersion.Of(row, [file]));
    }

    [Fact]
    public async Task A_change_of_what_was_approved_voids_the_approval()
    {
        await using var host = await PostHost.StartAsync();
        var id = await host.PreparedAsync(approval: true);
        await host.DoAsync(id, "approve", new { version = (await host.RowAsync(id)).Version });

        var same = await host.PatchAsync(id, new { content = "Hello #tag" });
        var other = await host.PatchAsync(id, new { content = "Other" });

        same["state"].GetString().ShouldBe("queued");
        other["state"].GetString().ShouldBe("awaiting_approval");
        other["approved_at"].ValueKind.ShouldBe(JsonValueKind.Null);
        other["approved_by"].ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task Another_account_means_another_lane()
    {
        await using var host = await PostHost.StartAsync();
        var id = await host.PreparedAsync();
        var other = await host.AddAccountAsync("other");

        var edited = await host.PatchAsync(id, new { account_id = other });

        edited["account.username"].GetString().ShouldBe("other");
        (await host.RowAsync(id)).Lane.ShouldBe(PostLanes.Send + other);
    }

    [Fact]
    public async Task A_change_is_refused_when_it_is_for_something_else_than_what_is_there()
    {
        await using var host = await PostHost.StartAsync();
        var id = await host.PreparedAsync();
        var seen = await host.GetAsync(id);
        var (tag, version) = (seen.Headers["ETag"], seen["version"].GetString());
        var revision = seen["revision"].GetInt32();

        (await host.PatchAsync(id, new { content = "1" }, ("If-Match", tag))).Status.ShouldBe(HttpStatusCode.OK);
        (await host.PatchAsync(id, new { content = "2" }, ("If-Match", tag))).Code.ShouldBe("conflict");
        (await host.PatchAsync(id, new { content = "2", version })).Code.ShouldBe("conflict");
        (await host.PatchAsync(id, new { content = "2", revision })).Code.ShouldBe("conflict");
        (await host.PatchAsync(id, new { content = "3" }, ("If-Match", "*"))).Status.ShouldBe(HttpStatusCode.OK);
        (await host.RowAsync(id)).Caption.ShouldBe("3");
    }

    [Fact]
    public async Task Before_its_files_are_ready_and_once_it_goes_out_a_post_stays_as_it_is()
    {
        await using var host = await PostHost.StartAsync();
        var preparing = await host.AskForDraftAsync();
        var sending = await host.PreparedAsync();
        await host.MoveAsync(sending, PostState.Initialising);

        foreach (var id in (Guid[])[preparing, sending])
        {
            var refused = await host.PatchAsync(id, new { content = "Late" });
            refused.Status.ShouldBe(HttpStatusCode.Conflict);
            refused.Code.ShouldBe("not_editable");
        }
    }

    [Theory]
    [InlineData("""{"mode":"direct"}""", "invalid_parameter")]
    [InlineData("""{"schedule_time":"2026-03-29T02:30","schedule_zone":"Europe/Berlin"}""", "invalid_parameter")]
    [InlineData("""{"brand_content_toggle":true,"privacy_level":"SELF_ONLY"}""", "privacy_not_allowed")]
    [InlineData("""{"disable_duet":"maybe"}""", "invalid_parameter")]
    [InlineData("""{"account_id":"0192f3a4-5b6c-7d8e-9f00-112233445566"}""", "not_found")]
    public async Task A_change_that_cannot_be_changes_nothing(string body, string code)
    {
        await using var host = await PostHost.StartAsync();
        var id = await host.PreparedAsync();
        var before = (await host.RowAsync(id)).Revision;

        var refused = await host.PatchAsync(id, JsonElement.Parse(body));

        refused.Code.ShouldBe(code, refused.Text);
        (await host.RowAsync(id)).Revision.ShouldBe(before);
    }

    [Fact]
    public async Task A_key_without_publish_that_makes_a_direct_post_of_a_draft_sends_it_to_a_person()
    {
        await using var host = await PostHost.StartAsync();
        var id = await host.PreparedAsync();
        var key = await host.KeyAsync("draft");

        var edited = await host.WithKeyAsync(
            key,
            HttpMethod.Patch,
            $"/api/posts/{id}",
            new { mode = "direct", privacy_level = "SELF_ONLY" }
        );

        edited["state"].GetString().ShouldBe("awaiting_approval", edited.Text);
    }

    [Fact]
    public async Task Edits_at_the_same_time_all_count()
    {
        await using var host = await PostHost.StartAsync();
        var id = await host.PreparedAsync();

        var edits = await Task.WhenAll(
            host.PatchAsync(id, new { content = "New" }),
            host.PatchAsync(id, new { is_aigc = true }),
            host.PatchAsync(id, new { disable_comment = false })
        );

        edits.ShouldAllBe(edit => edit.Status == HttpStatusCode.OK);
        var row = await host.RowAsync(id);
        row.Caption.ShouldBe("New");
        row.Settings.IsAigc.ShouldBeTrue();
        row.Settings.DisableComment.ShouldBeFalse();
    }
}
