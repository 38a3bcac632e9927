using System.Net;
using System.Net.Http.Headers;
using Clipyard.Sandbox;
using Clipyard.Sandbox.Faults;
using Clipyard.Sandbox.Official;
using Clipyard.Server.Data;
using Clipyard.Server.Publishing.Attempts;
using Clipyard.Server.Publishing.Posts;
using Clipyard.Server.Publishing.Sending;
using Clipyard.Server.Tests.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace Clipyard.Server.Tests.Publishing;

/// <summary>The rules E1 to E6, E8 and E10 of docs/reliability.md, one by one. Whole crashes are the crash matrix.</summary>
public sealed class ExactlyOnceTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task E1_no_byte_is_sent_before_the_id_is_written_down()
    {
        await using var host = await PublishingHost.StartAsync();
        host.Host.Fault(SandboxEndpoint.InboxInit, FaultKind.LostAnswer, fault => fault with { Times = 3 });
        var video = host.NewVideo();

        var id = await host.AskAsync(video);
        await host.RunAsync();

        host.Host.Asked(SandboxEndpoint.Upload).ShouldBeEmpty();
        (await host.AttemptsAsync(id)).ShouldAllBe(attempt => attempt.State == AttemptState.Abandoned);
        await host.UntilAsync(id, PostState.InInbox);
        host.Made(video).ShouldBe(1);
    }

    [Theory]
    [InlineData(200_001L, 0, true)] // one chunk: before its only chunk
    [InlineData(70_000_001L, 2, false)]
    [InlineData(70_000_001L, 6, true)]
    public async Task E2_it_is_committed_before_the_last_chunk_and_not_before(long bytes, int taken, bool isCommitted)
    {
        await using var host = await PublishingHost.StartAsync();
        host.Host.Fault(
            SandboxEndpoint.Upload,
            FaultKind.Status,
            fault => fault with { Skip = taken, Times = 12, Status = 500 }
        );
        var video = host.NewVideo(bytes);

        var id = await host.AskAsync(video);
        await host.Clock.RunAsync(host.RunAsync(), TimeSpan.FromSeconds(5));

        (await host.AttemptsAsync(id))
            .Single()
            .State.ShouldBe(isCommitted ? AttemptState.Committed : AttemptState.Open);
        host.Sandbox.Faults.Clear();
        await host.UntilAsync(id, PostState.InInbox);
        (await host.AttemptsAsync(id)).Count.ShouldBe(1);
        host.Made(video).ShouldBe(1);
    }

    [Fact]
    public async Task E3_what_is_open_can_be_cancelled_and_never_goes_out()
    {
        await using var host = await PublishingHost.StartAsync();
        host.Host.Fault(SandboxEndpoint.Upload, FaultKind.Status, fault => fault with { Skip = 2, Times = 12 });
        var video = host.NewVideo(70_000_001);
        var id = await host.AskAsync(video);
        await host.Clock.RunAsync(host.RunAsync(), TimeSpan.FromSeconds(5));

        var answer = await host.Host.PostAsync($"/api/posts/{id}/cancel");
        host.Sandbox.Faults.Clear();
        await host.AdvanceAsync(TimeSpan.FromHours(1));

        answer["state"].GetString().ShouldBe("cancelled", answer.Text);
        (await host.AttemptsAsync(id)).Single().End.ShouldBe(AttemptEnds.Cancelled);
        host.Made(video).ShouldBe(0);
    }

    [Fact]
    public async Task E3_what_is_committed_cannot_be_cancelled()
    {
        await using var host = await PublishingHost.StartAsync();
        host.Host.Fault(SandboxEndpoint.Upload, FaultKind.Status, fault => fault with { Times = 12 });
        var video = host.NewVideo();
        var id = await host.AskAsync(video);
        await host.Clock.RunAsync(host.RunAsync(), TimeSpan.FromSeconds(5));

        var answer = await host.Host.PostAsync($"/api/posts/{id}/cancel");

        answer.Status.ShouldBe(HttpStatusCode.Conflict);
        answer["code"].GetString().ShouldBe("not_cancellable");
        host.Sandbox.Faults.Clear();
        await host.UntilAsync(id, PostState.InInbox);
        host.Made(video).ShouldBe(1);
    }

    [Theory]
    [InlineData("internal", 3)]
    [InlineData("spam_risk", 1)]
    public async Task E4_only_what_TikTok_calls_passing_is_tried_again_three_times_at_most(string reason, int attempts)
    {
        await using var host = await PublishingHost.StartAsync();
        host.Host.Fault(
            SandboxEndpoint.Processing,
            FaultKind.FailProcessing,
            fault => fault with { Times = null, Text = reason }
        );
        var video = host.NewVideo();

        var id = await host.AskAsync(video);
        await host.UntilAsync(id, PostState.Failed);

        (await host.AttemptsAsync(id)).Count.ShouldBe(attempts);
        host.Made(video).ShouldBe(0);
    }

    [Fact]
    public async Task E4_a_person_may_try_again_what_failed_for_good()
    {
        await using var host = await PublishingHost.StartAsync();
        host.Host.Fault(
            SandboxEndpoint.Processing,
            FaultKind.FailProcessing,
            fault => fault with { Text = "internal", Times = 3 }
        );
        var video = host.NewVideo();
        var id = await host.AskAsync(video);
        await host.UntilAsync(id, PostState.Failed);

        var answer = await host.Host.PostAsync($"/api/posts/{id}/retry");
        await host.UntilAsync(id, PostState.InInbox);

        answer["success"].GetBoolean().ShouldBeTrue(answer.Text);
        host.Made(video).ShouldBe(1);
    }

    [Theory]
    [InlineData("upload")]
    [InlineData("pull")]
    public async Task E5_an_init_whose_answer_is_lost_is_given_up_and_begun_anew(string transfer)
    {
        await using var host = await PublishingHost.StartAsync();
        host.Host.Fault(SandboxEndpoint.InboxInit, FaultKind.LostAnswer);
        var video = host.NewVideo();

        var id = await host.AskAsync(video, transfer: transfer);
        await host.UntilAsync(id, PostState.InInbox);

        (await host.AttemptsAsync(id)).Select(attempt => attempt.End).ShouldBe([AttemptEnds.AnswerLost, null]);
        host.Made(video).ShouldBe(1);
    }

    [Fact]
    public async Task E5_an_attempt_without_an_id_is_given_up_by_whoever_takes_over()
    {
        await using var host = await PublishingHost.StartAsync();
        var video = host.NewVideo();
        var id = await host.AskAsync(video);
        await host.StepAsync(id); // prepared
        await host.AsIfKilledInInitAsync(id);

        await host.UntilAsync(id, PostState.InInbox);

        (await host.AttemptsAsync(id)).Select(attempt => attempt.End).ShouldBe([AttemptEnds.AnswerLost, null]);
        host.Made(video).ShouldBe(1);
    }

    [Fact]
    public async Task E6_an_open_attempt_whose_address_lapsed_begins_anew_at_once()
    {
        await using var host = await PublishingHost.StartAsync();
        host.Host.Fault(SandboxEndpoint.Upload, FaultKind.Status, fault => fault with { Skip = 2, Times = 12 });
        var video = host.NewVideo(70_000_001);
        var id = await host.AskAsync(video);
        await host.Clock.RunAsync(host.RunAsync(), TimeSpan.FromSeconds(5));
        host.Sandbox.Faults.Clear();

        host.Clock.Advance(TimeSpan.FromHours(2));
        await host.UntilAsync(id, PostState.InInbox);

        (await host.AttemptsAsync(id)).Select(attempt => attempt.End).ShouldBe([AttemptEnds.Lapsed, null]);
        host.Made(video).ShouldBe(1);
    }

    [Fact]
    public async Task E6_a_committed_attempt_is_given_up_only_when_TikTok_twice_refuses_and_says_that_bytes_are_missing()
    {
        await using var host = await PublishingHost.StartAsync();
        host.Host.Fault(SandboxEndpoint.Upload, FaultKind.Status, fault => fault with { Times = 12 });
        var video = host.NewVideo();
        var id = await host.AskAsync(video);
        await host.Clock.RunAsync(host.RunAsync(), TimeSpan.FromSeconds(5));
        host.Sandbox.Faults.Clear();

        host.Host.Fault(SandboxEndpoint.Upload, FaultKind.Status, fault => fault with { Times = 2, Status = 403 });
        host.Clock.Advance((await host.RowAsync(id)).DueAt - host.Clock.GetUtcNow());
        await host.RunAsync();
        var once = await host.AttemptsAsync(id);
        await host.AdvanceAsync(TimeSpan.FromMinutes(10) - TimeSpan.FromSeconds(1));
        var soon = await host.AttemptsAsync(id);
        await host.UntilAsync(id, PostState.InInbox);

        once.Single().State.ShouldBe(AttemptState.Committed);
        soon.Single().State.ShouldBe(AttemptState.Committed);
        (await host.AttemptsAsync(id)).Select(attempt => attempt.End).ShouldBe([AttemptEnds.Lapsed, null]);
        host.Made(video).ShouldBe(1);
    }

    [Fact]
    public async Task E8_what_TikTok_never_ends_is_uncertain_and_then_failed_and_a_person_decides()
    {
        await using var host = await PublishingHost.StartAsync();
        host.Sandbox.Official.Settings = new OfficialSettings { ProcessingDelay = TimeSpan.FromDays(30) };
        var video = host.NewVideo();
        var id = await host.AskAsync(video);

        await host.UntilAsync(id, PostState.Uncertain);
        var uncertain = host.Clock.GetUtcNow() - (await host.RowAsync(id)).HandedOverAt;
        await host.UntilAsync(id, PostState.Failed);
        var failed = await host.RowAsync(id);
        var refused = await host.Host.PostAsync($"/api/posts/{id}/retry");
        var allowed = await host.Host.PostAsync($"/api/posts/{id}/retry", new { not_posted = true });

        uncertain!.Value.ShouldBeInRange(TimeSpan.FromHours(2), TimeSpan.FromHours(2.2));
        failed.FailureCode.ShouldBe("outcome_uncertain");
        (host.Clock.GetUtcNow() - failed.HandedOverAt)!.Value.ShouldBeGreaterThanOrEqualTo(TimeSpan.FromDays(7));
        refused.Status.ShouldBe(HttpStatusCode.Conflict);
        refused["code"].GetString().ShouldBe("outcome_uncertain");
        allowed["success"].GetBoolean().ShouldBeTrue(allowed.Text);
        (await host.AttemptsAsync(id))[0].End.ShouldBe(AttemptEnds.NotPosted);
    }

    [Fact]
    public async Task E10_the_accounts_own_list_confirms_what_the_status_does_not_say()
    {
        await using var host = await PublishingHost.StartAsync(
            settings: ("TikTok:Scopes", "user.info.basic,video.upload,video.publish,video.list")
        );
        var video = host.NewVideo();
        var id = await host.AskAsync(video, "direct", privacy: "PUBLIC_TO_EVERYONE");
        await host.RunAsync();
        host.Host.Fault(
            SandboxEndpoint.PublishStatus,
            FaultKind.ErrorCode,
            fault => fault with { Times = null, Text = "internal_error", Status = 500 }
        );

        await host.Clock.RunAsync(host.UntilAsync(id, PostState.Published), TimeSpan.FromSeconds(5));

        var post = await host.RowAsync(id);
        post.PostIds.ShouldBe([host.Sandbox.Official.Published.Single().PostId]);
        (host.Clock.GetUtcNow() - post.HandedOverAt)!.Value.ShouldBeGreaterThanOrEqualTo(TimeSpan.FromHours(2));
    }
}
