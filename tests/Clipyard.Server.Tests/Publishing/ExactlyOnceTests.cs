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

/// <summary>The rules E1 to E10 of docs/reliability.md, one by one. Whole crashes are the crash matrix's.</summary>
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

    [Fact]
    public async Task E1_the_tail_of_a_pull_waits_for_the_id()
    {
        await using var host = await PublishingHost.StartAsync();
        var video = host.NewVideo();
        var token = await OpenPullAsync(host, video, publishId: null);

        using var response = await PullAsync(host, token, HttpMethod.Get, range: null);
        await using var body = await response.Content.ReadAsStreamAsync(Stop);
        var head = new byte[video.Bytes.Length - 65_536];
        await body.ReadExactlyAsync(head, Stop);
        var tail = ReadAllAsync(body);
        var isHeld = !tail.IsCompleted;
        await ChangeAttemptAsync(host, attempt => attempt.PublishId = "v_inbox_url~v2.1");
        await host.Clock.RunAsync(tail, TimeSpan.FromSeconds(1));

        response.Content.Headers.ContentLength.ShouldBe(video.Bytes.Length);
        isHeld.ShouldBeTrue();
        head.Concat(await tail).ShouldBe(video.Bytes);
        (await AttemptAsync(host)).State.ShouldBe(AttemptState.Committed);
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
    public async Task E2_a_pull_is_committed_before_its_last_64_KiB_and_not_before()
    {
        await using var host = await PublishingHost.StartAsync();
        var video = host.NewVideo();
        var token = await OpenPullAsync(host, video, "v_inbox_url~v2.2");

        await GetPartAsync(host, token, 0, video.Bytes.Length - 65_537);
        var before = await AttemptAsync(host);
        var last = await GetPartAsync(host, token, video.Bytes.Length - 1, video.Bytes.Length - 1);

        before.State.ShouldBe(AttemptState.Open);
        last.ShouldBe([video.Bytes[^1]]);
        (await AttemptAsync(host)).State.ShouldBe(AttemptState.Committed);
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
        await AsIfKilledInInitAsync(host, id);

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
    public async Task E7_a_pull_address_answers_GET_HEAD_and_Range_any_number_of_times_while_its_attempt_lives()
    {
        await using var host = await PublishingHost.StartAsync();
        var video = host.NewVideo();
        var token = await OpenPullAsync(host, video, "v_inbox_url~v2.3");

        using var head = await PullAsync(host, token, HttpMethod.Head, range: null);
        var afterHead = (await AttemptAsync(host)).State;
        var first = await GetPartAsync(host, token, 0, video.Bytes.Length - 1);
        var second = await GetPartAsync(host, token, 0, video.Bytes.Length - 1);
        using var beyond = await PullAsync(host, token, HttpMethod.Get, new RangeHeaderValue(video.Bytes.Length, null));

        head.Content.Headers.ContentLength.ShouldBe(video.Bytes.Length);
        head.Headers.CacheControl!.NoStore.ShouldBeTrue();
        afterHead.ShouldBe(AttemptState.Open);
        first.ShouldBe(video.Bytes);
        second.ShouldBe(video.Bytes);
        beyond.StatusCode.ShouldBe(HttpStatusCode.RequestedRangeNotSatisfiable);
    }

    [Fact]
    public async Task E7_the_address_of_an_abandoned_attempt_is_gone()
    {
        await using var host = await PublishingHost.StartAsync();
        var token = await OpenPullAsync(host, host.NewVideo(), "v_inbox_url~v2.4");
        await ChangeAttemptAsync(host, attempt => attempt.State = AttemptState.Abandoned);

        using var gone = await PullAsync(host, token, HttpMethod.Get, range: null);

        gone.StatusCode.ShouldBe(HttpStatusCode.Gone);
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
    public async Task E9_a_webhook_that_comes_before_its_id_is_known_counts_once_it_is()
    {
        await using var host = await PublishingHost.StartAsync();
        var token = await OpenPullAsync(host, host.NewVideo(), publishId: null);
        const string publishId = "v_inbox_url~v2.5";
        token.ShouldNotBeEmpty();

        (
            await TikTokWebhook.SendAsync(host, "post.publish.publicly_available", publishId, "7650000000000000001")
        ).ShouldBe(HttpStatusCode.OK);
        await ChangeAttemptAsync(host, attempt => attempt.PublishId = publishId);
        await host.Host.SweepAsync<Server.Publishing.Watching.NoticeSweep>();

        (await PostAsync(host)).PostIds.ShouldBe(["7650000000000000001"]);
    }

    [Fact]
    public async Task E9_a_webhook_counts_once_and_never_for_an_abandoned_attempt()
    {
        await using var host = await PublishingHost.StartAsync();
        const string publishId = "v_inbox_url~v2.6";
        await OpenPullAsync(host, host.NewVideo(), publishId);

        await TikTokWebhook.SendAsync(host, "post.publish.publicly_available", publishId, "7650000000000000002");
        var revision = (await PostAsync(host)).Revision;
        await TikTokWebhook.SendAsync(host, "post.publish.publicly_available", publishId, "7650000000000000002");
        var after = await PostAsync(host);
        await ChangeAttemptAsync(host, attempt => attempt.State = AttemptState.Abandoned);
        await TikTokWebhook.SendAsync(host, "post.publish.publicly_available", publishId, "7650000000000000003");

        after.Revision.ShouldBe(revision);
        (await PostAsync(host)).PostIds.ShouldBe(["7650000000000000002"]);
    }

    [Fact]
    public async Task E9_a_webhook_with_a_wrong_signature_is_refused()
    {
        await using var host = await PublishingHost.StartAsync();

        var status = await TikTokWebhook.SendAsync(host, "post.publish.complete", "x", postId: null, secret: "wrong");

        status.ShouldBe(HttpStatusCode.Unauthorized);
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

    /// <summary>A post whose pull is open, as a server leaves it that has just asked TikTok to fetch it.</summary>
    private static async Task<string> OpenPullAsync(PublishingHost host, TestVideo video, string? publishId)
    {
        var id = await host.AskAsync(video, transfer: "pull");
        await host.StepAsync(id); // prepared
        var token = PullToken.New();
        await host.ChangeAsync(db =>
        {
            var post = db.Posts.IgnoreQueryFilters(QueryFilters.OwnerOnly).Single(row => row.Id == id);
            post.State = PostState.Uploading;
            post.Lane = PostLanes.Of(post);
            post.DueAt = host.Clock.GetUtcNow().AddHours(1);
            db.PostAttempts.Add(Attempt(host, post, token.Hash, publishId));
        });
        return token.Text;
    }

    private static Task AsIfKilledInInitAsync(PublishingHost host, Guid id) =>
        host.ChangeAsync(db =>
        {
            var post = db.Posts.IgnoreQueryFilters(QueryFilters.OwnerOnly).Single(row => row.Id == id);
            post.State = PostState.Initialising;
            post.Attempts = 1;
            db.PostAttempts.Add(Attempt(host, post, hash: null, publishId: null));
        });

    private static PostAttempt Attempt(PublishingHost host, Post post, string? hash, string? publishId) =>
        new()
        {
            PostId = post.Id,
            OwnerId = post.OwnerId,
            AccountId = post.AccountId,
            OpenId = "somebody",
            Number = 1,
            Mode = post.Mode,
            Transfer = post.Transfer,
            PullTokenHash = hash,
            PublishId = publishId,
            CreatedAt = host.Clock.GetUtcNow(),
        };

    private static Task ChangeAttemptAsync(PublishingHost host, Action<PostAttempt> change) =>
        host.ChangeAsync(db => change(db.PostAttempts.IgnoreQueryFilters(QueryFilters.OwnerOnly).Single()));

    private static async Task<PostAttempt> AttemptAsync(PublishingHost host)
    {
        await using var scope = host.Host.Server.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ClipyardDb>();
        return await db.PostAttempts.IgnoreQueryFilters(QueryFilters.OwnerOnly).AsNoTracking().SingleAsync(Stop);
    }

    private static async Task<Post> PostAsync(PublishingHost host) =>
        await host.RowAsync((await AttemptAsync(host)).PostId);

    private static async Task<byte[]> GetPartAsync(PublishingHost host, string token, long from, long to)
    {
        using var response = await PullAsync(host, token, HttpMethod.Get, new RangeHeaderValue(from, to));
        response.StatusCode.ShouldBe(HttpStatusCode.PartialContent);
        return await response.Content.ReadAsByteArrayAsync(Stop);
    }

    private static async Task<HttpResponseMessage> PullAsync(
        PublishingHost host,
        string token,
        HttpMethod method,
        RangeHeaderValue? range
    )
    {
        using var request = new HttpRequestMessage(method, $"/pull/{token}/0.mp4");
        request.Headers.Range = range;
        return await host.Host.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Stop);
    }

    private static async Task<byte[]> ReadAllAsync(Stream body)
    {
        var rest = new MemoryStream();
        await body.CopyToAsync(rest, Stop);
        return rest.ToArray();
    }
}
