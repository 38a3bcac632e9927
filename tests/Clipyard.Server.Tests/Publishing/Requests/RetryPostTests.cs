using System.Net;
using System.Text.Json;
using Clipyard.Server.Publishing.Attempts;
using Clipyard.Server.Publishing.Posts;

namespace Clipyard.Server.Tests.Publishing.Requests;

public sealed class RetryPostTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("Abandoned")]
    [InlineData("Ended")]
    public async Task A_failed_post_of_which_nothing_came_is_sent_again_from_its_files(string? attempt)
    {
        await using var host = await PostHost.StartAsync();
        var id = await host.PreparedAsync();
        if (attempt is not null)
        {
            await host.AttemptAsync(id, Enum.Parse<AttemptState>(attempt), AttemptEnds.Failed);
        }

        await host.FailAsync(id);
        var failed = await host.GetAsync(id);
        var retried = await host.DoAsync(id, "retry");

        failed["success"].GetBoolean().ShouldBeFalse();
        failed["fail.code"].GetString().ShouldBe("network_error");
        failed["fail.message"].GetString().ShouldBe("It went wrong.");
        failed["fail.remedy"].GetString().ShouldNotBeNullOrEmpty();
        failed["fail.tiktok_code"].GetString().ShouldBe("tt_code");
        failed["fail.log_id"].GetString().ShouldBe("log-1");
        retried.Status.ShouldBe(HttpStatusCode.Accepted, retried.Text);
        retried["state"].GetString().ShouldBe("queued");
        retried["fail"].ValueKind.ShouldBe(JsonValueKind.Null);
        (await host.RowAsync(id)).Lane.ShouldBe(PostLanes.Send + host.AccountId);
        (await host.AuditedAsync()).ShouldContain("post.retried");
    }

    [Fact]
    public async Task A_post_that_may_be_on_TikTok_is_sent_again_only_by_a_persons_word()
    {
        await using var host = await PostHost.StartAsync();
        var (id, attempt) = await UncertainAsync(host);
        var key = await host.KeyAsync("draft publish");

        var plain = await host.DoAsync(id, "retry");
        var byKey = await host.WithKeyAsync(
            key,
            HttpMethod.Post,
            $"/api/posts/{id}/retry",
            new { not_posted = true }
        );
        var said = await host.DoAsync(id, "retry", new { not_posted = true });

        plain.Status.ShouldBe(HttpStatusCode.Conflict);
        plain.Code.ShouldBe("outcome_uncertain");
        plain["remedy"].GetString()!.ShouldContain("not_posted");
        byKey.Status.ShouldBe(HttpStatusCode.Forbidden);
        said["state"].GetString().ShouldBe("queued", said.Text);
        var row = await host.AttemptRowAsync(attempt);
        row.State.ShouldBe(AttemptState.Abandoned);
        row.End.ShouldBe(AttemptEnds.NotPosted);
        (await host.AuditedAsync()).ShouldContain("post.said_not_posted");
    }

    [Fact]
    public async Task Also_while_TikTok_is_still_asked_a_person_may_say_that_it_is_not_posted()
    {
        await using var host = await PostHost.StartAsync();
        var id = await host.PreparedAsync();
        await host.MoveAsync(id, PostState.Initialising, PostState.Uncertain);
        await host.AttemptAsync(id, AttemptState.Committed);

        (await host.DoAsync(id, "retry")).Code.ShouldBe("outcome_uncertain");
        (await host.DoAsync(id, "retry", new { not_posted = true }))["state"].GetString().ShouldBe("queued");
    }

    [Fact]
    public async Task What_has_not_failed_is_not_sent_again()
    {
        await using var host = await PostHost.StartAsync();
        var queued = await host.PreparedAsync();
        var inbox = await host.PreparedAsync();
        await host.MoveAsync(inbox, PostState.Initialising, PostState.InInbox);
        var cancelled = await host.PreparedAsync();
        await host.DoAsync(cancelled, "cancel");

        (await host.DoAsync(queued, "retry")).Code.ShouldBe("post_in_progress");
        (await host.DoAsync(inbox, "retry")).Code.ShouldBe("conflict");
        (await host.DoAsync(cancelled, "retry")).Code.ShouldBe("conflict");
    }

    [Fact]
    public async Task Without_its_files_it_is_prepared_again_as_long_as_their_source_is_there()
    {
        await using var host = await PostHost.StartAsync();
        await host.AddClipAsync("7123456789012345678");
        var asked = await host.AskAsync(new { source = new { clip_id = "7123456789012345678" } });
        var ofClip = asked["post_id"].GetGuid();
        var ofUpload = await host.PreparedAsync();
        await host.PrepareAsync(ofClip);
        foreach (var id in (Guid[])[ofClip, ofUpload])
        {
            await host.FailAsync(id);
            await host.ChangeAsync(id, (post, _, _) => post.FilesRemovedAt = host.Clock.GetUtcNow());
        }

        await host.ForgetUploadAsync((await host.RowAsync(ofUpload)).Source.UploadId!.Value);

        var again = await host.DoAsync(ofClip, "retry");
        var gone = await host.DoAsync(ofUpload, "retry");

        again["state"].GetString().ShouldBe("preparing", again.Text);
        again["files"].GetArrayLength().ShouldBe(0);
        gone.Code.ShouldBe("conflict");
        gone["detail"].GetString()!.ShouldContain("removed");
    }

    [Fact]
    public async Task A_post_that_failed_while_its_files_were_made_begins_again()
    {
        await using var host = await PostHost.StartAsync();
        var id = await host.AskForDraftAsync();
        await host.FailAsync(id, "url_unreachable");

        (await host.DoAsync(id, "retry"))["state"].GetString().ShouldBe("preparing");
    }

    [Fact]
    public async Task A_direct_post_that_missed_its_time_goes_out_without_one()
    {
        await using var host = await PostHost.StartAsync();
        var id = await host.PreparedAsync(scheduleTime: "2026-09-02T12:00:00Z");
        await host.PatchAsync(id, new { mode = "direct", privacy_level = "SELF_ONLY" });
        host.Clock.Advance(TimeSpan.FromHours(30));
        await host.FailAsync(id, "missed_schedule");

        var retried = await host.DoAsync(id, "retry");

        retried["state"].GetString().ShouldBe("queued");
        retried["schedule_time"].ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task A_key_without_publish_sends_a_direct_post_to_a_person_first()
    {
        await using var host = await PostHost.StartAsync();
        var id = await host.PreparedAsync();
        await host.PatchAsync(id, new { mode = "direct", privacy_level = "SELF_ONLY" });
        await host.FailAsync(id);
        var key = await host.KeyAsync("draft");

        var retried = await host.WithKeyAsync(key, HttpMethod.Post, $"/api/posts/{id}/retry");

        retried["state"].GetString().ShouldBe("awaiting_approval", retried.Text);
    }

    private static async Task<(Guid Id, long Attempt)> UncertainAsync(PostHost host)
    {
        var id = await host.PreparedAsync();
        await host.MoveAsync(id, PostState.Initialising, PostState.Uncertain);
        var attempt = await host.AttemptAsync(id, AttemptState.Committed);
        await host.FailAsync(id, "outcome_uncertain");
        return (id, attempt);
    }
}
