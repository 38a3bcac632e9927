using System.Net;
using Clipyard.Server.Publishing.Posts;

namespace Clipyard.Server.Tests.Publishing.Requests;

public sealed class ApprovePostTests
{
    [Fact]
    public async Task What_was_approved_goes_out_and_says_who_approved_it()
    {
        await using var host = await PostHost.StartAsync();
        var id = await host.PreparedAsync(approval: true);
        var version = (await host.GetAsync(id))["version"].GetString();

        var approved = await host.DoAsync(id, "approve", new { version });
        var again = await host.DoAsync(id, "approve", new { version });

        approved.Status.ShouldBe(HttpStatusCode.OK, approved.Text);
        approved["state"].GetString().ShouldBe("queued");
        approved["approved_at"].GetDateTimeOffset().ShouldBe(host.Clock.GetUtcNow());
        approved["approved_by"].GetString()!.ShouldStartWith("key:");
        again.Status.ShouldBe(HttpStatusCode.OK);
        (await host.AuditedAsync()).Count(action => action == "post.approved").ShouldBe(1);
        (await host.Server.GetAsync($"/api/posts/{id}/events")).Text.ShouldContain("\"approved\"");
    }

    [Fact]
    public async Task An_approved_post_with_a_time_waits_for_it()
    {
        await using var host = await PostHost.StartAsync();
        var id = await host.PreparedAsync(approval: true, scheduleTime: "2026-12-01T18:00:00Z");

        var approved = await host.DoAsync(id, "approve", new { version = (await host.RowAsync(id)).Version });

        approved["state"].GetString().ShouldBe("scheduled");
        (await host.RowAsync(id)).DueAt.ShouldBe(new DateTimeOffset(2026, 12, 1, 18, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public async Task An_approval_of_another_version_counts_for_nothing()
    {
        await using var host = await PostHost.StartAsync();
        var id = await host.PreparedAsync(approval: true);
        var seen = (await host.RowAsync(id)).Version;
        await host.PatchAsync(id, new { content = "Something else" });

        var refused = await host.DoAsync(id, "approve", new { version = seen });

        refused.Status.ShouldBe(HttpStatusCode.Conflict);
        refused.Code.ShouldBe("conflict");
        refused["detail"].GetString()!.ShouldContain("changed");
        (await host.DoAsync(id, "approve", new { })).Code.ShouldBe("invalid_parameter");
        (await host.RowAsync(id)).State.ShouldBe(PostState.AwaitingApproval);
    }

    [Fact]
    public async Task A_rejected_post_has_ended_and_its_log_says_why()
    {
        await using var host = await PostHost.StartAsync();
        var id = await host.PreparedAsync(approval: true);

        var rejected = await host.DoAsync(id, "reject", new { reason = "It names a brand." });

        rejected["state"].GetString().ShouldBe("rejected");
        (await host.DoAsync(id, "reject")).Status.ShouldBe(HttpStatusCode.OK);
        (await host.Server.GetAsync($"/api/posts/{id}/events")).Text.ShouldContain("It names a brand.");
        var version = (await host.RowAsync(id)).Version;
        (await host.DoAsync(id, "approve", new { version })).Code.ShouldBe("conflict");
    }

    [Fact]
    public async Task What_does_not_wait_for_a_person_is_neither_approved_nor_rejected()
    {
        await using var host = await PostHost.StartAsync();
        var preparing = await host.AskForDraftAsync(approval: true);
        var queued = await host.PreparedAsync();

        (await host.DoAsync(preparing, "approve", new { version = "x" })).Code.ShouldBe("conflict");
        (await host.DoAsync(queued, "reject")).Code.ShouldBe("conflict");
    }

    [Fact]
    public async Task A_direct_post_whose_time_went_by_unapproved_needs_another_time_first()
    {
        await using var host = await PostHost.StartAsync();
        var id = await host.PreparedAsync(approval: true, scheduleTime: "2026-09-02T12:00:00Z");
        await host.PatchAsync(id, new { mode = "direct", privacy_level = "SELF_ONLY" });
        host.Clock.Advance(TimeSpan.FromHours(26));

        var late = await host.DoAsync(id, "approve", new { version = (await host.RowAsync(id)).Version });
        await host.PatchAsync(id, new { schedule_time = (string?)null });
        var approved = await host.DoAsync(id, "approve", new { version = (await host.RowAsync(id)).Version });

        late.Code.ShouldBe("missed_schedule");
        late["remedy"].GetString()!.ShouldContain("PATCH");
        approved["state"].GetString().ShouldBe("queued");
    }

    [Fact]
    public async Task A_key_without_the_scope_approve_approves_nothing()
    {
        await using var host = await PostHost.StartAsync();
        var id = await host.PreparedAsync(approval: true);
        var key = await host.KeyAsync("read draft publish");
        var version = (await host.RowAsync(id)).Version;

        var refused = await host.WithKeyAsync(key, HttpMethod.Post, $"/api/posts/{id}/approve", new { version });

        refused.Status.ShouldBe(HttpStatusCode.Forbidden);
        (await host.RowAsync(id)).State.ShouldBe(PostState.AwaitingApproval);
    }
}
