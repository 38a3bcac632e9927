using System.Net;
using Clipyard.Failures;
using Clipyard.Sandbox;
using Clipyard.Sandbox.Faults;
using Clipyard.Sandbox.Official;
using Clipyard.TikTokApi.Posting;

namespace Clipyard.TikTokApi.Tests.Posting;

public sealed class UploadFaultTests
{
    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(408)]
    public async Task A_chunk_that_fails_in_passing_is_sent_again_alone(int status)
    {
        await using var session = await ApiSession.StartAsync();
        using var upload = await ThreeChunks.InitAsync(session);
        session.Fault(
            SandboxEndpoint.Upload,
            FaultKind.Status,
            fault => fault with { Skip = 1, Times = 2, Status = status }
        );

        await upload.SendAsync();

        session.Requests(SandboxEndpoint.Upload).Count.ShouldBe(5);
        upload.ShouldHaveArrived();
    }

    [Fact]
    public async Task After_three_tries_the_failure_is_thrown_and_the_upload_can_go_on_later()
    {
        await using var session = await ApiSession.StartAsync();
        using var upload = await ThreeChunks.InitAsync(session);
        session.Fault(SandboxEndpoint.Upload, FaultKind.Status, fault => fault with { Skip = 1, Times = 3 });

        var error = await Should.ThrowAsync<TikTokApiException>(upload.SendAsync());
        var status = await session.StatusAsync(upload.Ticket);
        await upload.SendAsync(new UploadOptions { UploadedBytes = status.UploadedBytes ?? 0 });

        error.Failure.ShouldBe(FailureCatalogue.NetworkError);
        error.HttpStatus.ShouldBe(HttpStatusCode.ServiceUnavailable);
        error.Message.ShouldContain("chunk 2 of 3");
        error.ToString().ShouldNotContain("upload_token");
        session.Requests(SandboxEndpoint.Upload).Count.ShouldBe(6);
        upload.ShouldHaveArrived();
    }

    [Fact]
    public async Task A_connection_that_breaks_within_a_chunk_costs_that_chunk_alone()
    {
        await using var session = await ApiSession.StartAsync();
        using var upload = await ThreeChunks.InitAsync(session);
        session.Fault(SandboxEndpoint.Upload, FaultKind.CutUpload, fault => fault with { Skip = 1, Bytes = 1_000_000 });

        await upload.SendAsync();

        session.Requests(SandboxEndpoint.Upload).Count.ShouldBe(4);
        upload.ShouldHaveArrived();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_lost_answer_within_the_upload_is_made_up_for(bool namesLastByte)
    {
        await using var session = await ApiSession.StartAsync();
        session.Sandbox.Official.Settings = new OfficialSettings { RangeNamesLastByte = namesLastByte };
        using var upload = await ThreeChunks.InitAsync(session);
        session.Fault(SandboxEndpoint.Upload, FaultKind.LostAnswer);

        await upload.SendAsync();

        session
            .Requests(SandboxEndpoint.Upload)
            .Select(entry => entry.Header("Content-Range"))
            .ShouldBe([
                "bytes 0-4999999/15000003",
                "bytes 0-4999999/15000003",
                "bytes 5000000-9999999/15000003",
                "bytes 10000000-15000002/15000003",
            ]);
        upload.ShouldHaveArrived();
    }

    [Fact]
    public async Task A_lost_answer_to_the_final_chunk_is_made_up_for_by_asking()
    {
        await using var session = await ApiSession.StartAsync();
        using var upload = await ThreeChunks.InitAsync(session);
        session.Fault(SandboxEndpoint.Upload, FaultKind.LostAnswer, fault => fault with { Skip = 2 });

        var result = await upload.SendAsync(upload.Asking);

        result.IsComplete.ShouldBeTrue();
        upload.ShouldHaveArrived();
    }

    [Fact]
    public async Task Without_asking_a_lost_final_answer_looks_like_a_lapsed_address()
    {
        await using var session = await ApiSession.StartAsync();
        using var upload = await ThreeChunks.InitAsync(session);
        session.Fault(SandboxEndpoint.Upload, FaultKind.LostAnswer, fault => fault with { Skip = 2 });

        var error = await Should.ThrowAsync<UploadExpiredException>(upload.SendAsync());

        error.HttpStatus.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Who_begins_at_the_wrong_place_is_led_to_the_right_one(bool namesLastByte)
    {
        await using var session = await ApiSession.StartAsync();
        session.Sandbox.Official.Settings = new OfficialSettings { RangeNamesLastByte = namesLastByte };
        using var upload = await ThreeChunks.InitAsync(session);
        await upload.SendAsync(new UploadOptions { PauseWhen = _ => true });

        await upload.SendAsync(new UploadOptions { UploadedBytes = 10_000_000 });

        session.Requests(SandboxEndpoint.Upload).Count.ShouldBe(4);
        upload.ShouldHaveArrived();
    }

    [Fact]
    public async Task An_upload_that_never_finds_its_place_ends()
    {
        await using var session = await ApiSession.StartAsync();
        using var upload = await ThreeChunks.InitAsync(session);
        session.Fault(SandboxEndpoint.Upload, FaultKind.Status, fault => fault with { Status = 416, Times = null });

        var error = await Should.ThrowAsync<TikTokApiException>(upload.SendAsync());

        error.Failure.ShouldBe(FailureCatalogue.TikTokRejected);
        session.Requests(SandboxEndpoint.Upload).Count.ShouldBe(4);
    }

    [Fact]
    public async Task An_address_lapses_after_an_hour()
    {
        await using var session = await ApiSession.StartAsync();
        using var upload = await ThreeChunks.InitAsync(session);
        await upload.SendAsync(new UploadOptions { PauseWhen = _ => true });
        session.Sandbox.Clock.Advance(TimeSpan.FromMinutes(61));

        var error = await Should.ThrowAsync<UploadExpiredException>(
            upload.SendAsync(upload.Asking with { UploadedBytes = 5_000_000 })
        );

        error.HttpStatus.ShouldBe(HttpStatusCode.Forbidden);
        error.IsTransient.ShouldBeFalse();
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(413)]
    [InlineData(415)]
    public async Task A_chunk_that_is_refused_is_not_sent_again(int status)
    {
        await using var session = await ApiSession.StartAsync();
        using var upload = await ThreeChunks.InitAsync(session);
        session.Fault(SandboxEndpoint.Upload, FaultKind.Status, fault => fault with { Status = status });

        var error = await Should.ThrowAsync<TikTokApiException>(upload.SendAsync());

        error.Failure.ShouldBe(FailureCatalogue.TikTokRejected);
        session.Requests(SandboxEndpoint.Upload).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_chunk_whose_answer_does_not_come_in_time_is_sent_again()
    {
        var clock = new ManualClock();
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var requests = 0;
        using var stub = new StubHandler(
            async (_, token) =>
            {
                if (Interlocked.Increment(ref requests) == 1)
                {
                    asked.SetResult();
                    await Task.Delay(Timeout.Infinite, token);
                }

                return new HttpResponseMessage(HttpStatusCode.Created);
            }
        );
        using var client = stub.Client(clock);
        using var video = new MemoryStream(new byte[1000]);

        var sending = client.Uploads.SendAsync(Ticket(1000), new StreamUploadSource(video), null, ApiSession.Stop);
        await asked.Task;
        clock.Advance(TimeSpan.FromSeconds(59));
        requests.ShouldBe(1);
        clock.Advance(TimeSpan.FromSeconds(1));

        (await sending).IsComplete.ShouldBeTrue();
        requests.ShouldBe(2);
    }

    [Fact]
    public async Task A_source_that_fails_in_passing_is_read_again()
    {
        await using var session = await ApiSession.StartAsync();
        using var upload = await ThreeChunks.InitAsync(session);
        var source = new FlakySource(upload.Source, failures: 2, _ => new IOException("The store hung up."));

        await session.Client.Uploads.SendAsync(upload.Ticket, source, null, ApiSession.Stop);

        upload.ShouldHaveArrived();
    }

    [Fact]
    public async Task A_source_that_goes_on_failing_is_named_and_not_the_network()
    {
        await using var session = await ApiSession.StartAsync();
        using var upload = await ThreeChunks.InitAsync(session);
        var source = new FlakySource(upload.Source, failures: 9, _ => new IOException("The store hung up."));

        var error = await Should.ThrowAsync<ClipyardException>(
            session.Client.Uploads.SendAsync(upload.Ticket, source, null, ApiSession.Stop)
        );

        error.Failure.ShouldBe(FailureCatalogue.StorageUnavailable);
        error.InnerException.ShouldBeOfType<IOException>();
    }

    [Fact]
    public async Task A_source_that_ends_early_is_named()
    {
        await using var session = await ApiSession.StartAsync();
        using var upload = await ThreeChunks.InitAsync(session);
        var source = new FlakySource(upload.Source, failures: 9, _ => null);

        var error = await Should.ThrowAsync<ClipyardException>(
            session.Client.Uploads.SendAsync(upload.Ticket, source, null, ApiSession.Stop)
        );

        error.Failure.ShouldBe(FailureCatalogue.MediaIncomplete);
    }

    [Fact]
    public async Task A_fault_in_the_sources_own_code_reaches_the_caller_as_it_is()
    {
        await using var session = await ApiSession.StartAsync();
        using var upload = await ThreeChunks.InitAsync(session);
        var source = new FlakySource(upload.Source, failures: 1, _ => new NotSupportedException("A fault."));

        await Should.ThrowAsync<NotSupportedException>(
            session.Client.Uploads.SendAsync(upload.Ticket, source, null, ApiSession.Stop)
        );
    }

    [Fact]
    public async Task Without_a_header_TikTok_is_asked_how_much_it_holds()
    {
        using var stub = new StubHandler(request =>
            request
                .Content!.Headers.GetValues("Content-Range")
                .Single()
                .StartsWith("bytes 0-", StringComparison.Ordinal)
                ? new HttpResponseMessage(HttpStatusCode.RequestedRangeNotSatisfiable)
                : new HttpResponseMessage(HttpStatusCode.Created)
        );
        using var client = stub.Client();
        using var video = new MemoryStream(new byte[12_000_000]);
        var ticket = Ticket(12_000_000) with { Plan = new ChunkPlan(12_000_000, 6_000_000, 2) };

        var asked = await client.Uploads.SendAsync(
            ticket,
            new StreamUploadSource(video),
            new UploadOptions { AskUploadedBytes = _ => Task.FromResult<long?>(6_000_000) },
            ApiSession.Stop
        );
        var error = await Should.ThrowAsync<TikTokApiException>(
            client.Uploads.SendAsync(ticket, new StreamUploadSource(video), null, ApiSession.Stop)
        );

        asked.IsComplete.ShouldBeTrue();
        error.HttpStatus.ShouldBe(HttpStatusCode.RequestedRangeNotSatisfiable);
    }

    [Fact]
    public async Task A_final_chunk_after_which_TikTok_wants_more_is_not_taken_for_the_end()
    {
        using var stub = new StubHandler(_ => new HttpResponseMessage(HttpStatusCode.PartialContent));
        using var client = stub.Client();
        using var video = new MemoryStream(new byte[1000]);

        var error = await Should.ThrowAsync<TikTokApiException>(
            client.Uploads.SendAsync(Ticket(1000), new StreamUploadSource(video), null, ApiSession.Stop)
        );

        error.Failure.ShouldBe(FailureCatalogue.TikTokRejected);
    }

    [Theory]
    [InlineData(20, 2)]
    [InlineData(600, 1)]
    public async Task TikToks_wait_is_waited_when_it_is_short_and_else_the_callers_to_decide(int seconds, int requests)
    {
        var clock = new ManualClock();
        var began = clock.GetUtcNow();
        using var stub = new StubHandler(_ => Busy(seconds, clock.GetUtcNow() == began));
        using var client = stub.Client(clock);
        using var video = new MemoryStream(new byte[1000]);

        var sending = client.Uploads.SendAsync(Ticket(1000), new StreamUploadSource(video), null, ApiSession.Stop);
        var ending = clock.RunAsync(sending, within: TimeSpan.FromSeconds(25));

        if (requests == 1)
        {
            (await Should.ThrowAsync<TikTokApiException>(ending)).RetryAfter.ShouldBe(TimeSpan.FromSeconds(seconds));
        }
        else
        {
            await ending;
            (clock.GetUtcNow() - began).ShouldBe(TimeSpan.FromSeconds(seconds));
        }

        stub.Requests.ShouldBe(requests);
    }

    [Fact]
    public async Task A_store_that_gives_up_waiting_is_no_cancellation_by_the_caller()
    {
        await using var session = await ApiSession.StartAsync();
        using var upload = await ThreeChunks.InitAsync(session);
        var source = new FlakySource(upload.Source, 3, _ => new TaskCanceledException("A time-out of the store."));

        var error = await Should.ThrowAsync<ClipyardException>(
            session.Client.Uploads.SendAsync(upload.Ticket, source, options: null, ApiSession.Stop)
        );
        await session.Client.Uploads.SendAsync(upload.Ticket, source, options: null, ApiSession.Stop);

        error.Failure.ShouldBe(FailureCatalogue.StorageUnavailable);
        upload.ShouldHaveArrived();
    }

    private static HttpResponseMessage Busy(int seconds, bool isBusy)
    {
        var response = new HttpResponseMessage(isBusy ? HttpStatusCode.ServiceUnavailable : HttpStatusCode.Created);
        response.Headers.RetryAfter = new System.Net.Http.Headers.RetryConditionHeaderValue(
            TimeSpan.FromSeconds(seconds)
        );
        return response;
    }

    private static UploadTicket Ticket(long bytes) =>
        new(
            new PublishId("v_inbox_file~v2.1"),
            new Uri("https://open-upload.tiktokapis.com/upload?upload_id=1&upload_token=2"),
            ChunkPlan.For(bytes)
        );

    private sealed class FlakySource(IUploadSource inner, int failures, Func<long, Exception?> failure) : IUploadSource
    {
        private int _left = failures;

        public long Length => inner.Length;

        public VideoFormat Format => inner.Format;

        public async ValueTask<Stream> OpenAsync(long offset, long length, CancellationToken cancellationToken)
        {
            if (_left-- <= 0)
            {
                return await inner.OpenAsync(offset, length, cancellationToken);
            }

            return failure(offset) is { } error ? throw error : new MemoryStream(new byte[1000]);
        }
    }
}
