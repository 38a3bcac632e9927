using System.Net;
using Clipyard.Client.Downloads;
using Clipyard.Client.Keys;
using Clipyard.Failures;

namespace Clipyard.Client.Tests;

/// <summary>What is sent again, when, and what a refusal looks like, against prepared answers and a clock that stands still.</summary>
public sealed class RepeatingTests
{
    private const string Link = """{"student_id":"a","username":"b"}""";
    private const string Busy = """{"code":"rate_limited","detail":"Too fast.","remedy":"Wait.","retry_after":7}""";

    private readonly ManualClock _clock = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(HttpStatusCode.TooManyRequests)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    public async Task A_question_is_asked_again_when_the_server_said_so(HttpStatusCode status)
    {
        var answers = new Answers().Then(status, Busy, headers: ("Retry-After", "7")).Then(HttpStatusCode.OK, Link);
        using var client = answers.Open(_clock);

        var asking = client.Students.GetUsernameAsync("a", Token);
        answers.Asked.Count.ShouldBe(1);
        _clock.Advance(TimeSpan.FromSeconds(6.9));
        answers.Asked.Count.ShouldBe(1);
        _clock.Advance(TimeSpan.FromSeconds(0.2));

        (await asking).Username.ShouldBe("b");
        answers.Asked.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Work_is_asked_for_again_under_the_same_key()
    {
        var answers = new Answers()
            .Then(_ => throw new HttpRequestException("cut off"))
            .Then(HttpStatusCode.Conflict, """{"code":"conflict","remedy":"r"}""", headers: ("Retry-After", "0"))
            .Then(HttpStatusCode.Accepted, """{"job_id":"j","state":"queued"}""");
        using var client = answers.Open(_clock);

        var asking = client.Downloads.StartAsync(new DownloadsRequest { Urls = ["u"] }, Token);
        _clock.Advance(TimeSpan.FromSeconds(1));

        (await asking).JobId.ShouldBe("j");
        answers.Asked.Count.ShouldBe(3);
        answers.Asked.Select(asked => asked.Headers["Idempotency-Key"]).Distinct().ShouldHaveSingleItem();
        answers.Asked.ShouldAllBe(asked => asked.Headers["Authorization"] == "Bearer clip_key");
        answers.Asked[0].Path.ShouldBe("/base/api/v1/downloads");
    }

    [Fact]
    public async Task What_could_happen_twice_is_not_sent_twice()
    {
        var answers = new Answers().Then(HttpStatusCode.ServiceUnavailable, Busy);
        using var client = answers.Open(_clock);

        var error = await Should.ThrowAsync<ServerException>(
            client.Keys.CreateAsync(new ApiKeyRequest { Name = "n", Scopes = ["read"] }, Token)
        );

        error.RetryAfter.ShouldBe(TimeSpan.FromSeconds(7));
        answers.Asked.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_wait_that_is_too_long_is_thrown()
    {
        var answers = new Answers().Then(HttpStatusCode.TooManyRequests, Busy, headers: ("Retry-After", "3600"));
        using var client = answers.Open(_clock);

        var error = await Should.ThrowAsync<ServerException>(client.Students.GetUsernameAsync("a", Token));

        error.Code.ShouldBe("rate_limited");
        error.IsTransient.ShouldBeTrue();
        error.RetryAfter.ShouldBe(TimeSpan.FromHours(1));
    }

    [Fact]
    public async Task After_the_last_try_the_failure_is_thrown()
    {
        var answers = new Answers();
        for (var i = 0; i < 3; i++)
        {
            answers.Then(_ => throw new HttpRequestException("no route"));
        }

        using var client = answers.Open(_clock, options => options with { Retries = 2 });

        var asking = client.Students.GetUsernameAsync("a", Token);
        _clock.Advance(TimeSpan.FromSeconds(5));

        var error = await Should.ThrowAsync<ClipyardException>(asking);
        error.Code.ShouldBe("network_error");
        error.Address.ShouldBe("http://server.test/base/tiktok/student/a/username");
        answers.Asked.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_code_from_the_future_keeps_its_name_message_and_remedy()
    {
        var problem = """
            {"code":"moon_phase","title":"The moon is wrong.","detail":"It is full.","remedy":"Wait a fortnight.",
             "parameter":"phase","request_id":"r-1"}
            """;
        var answers = new Answers().Then(HttpStatusCode.Conflict, problem, "application/problem+json");
        using var client = answers.Open(_clock);

        var error = await Should.ThrowAsync<ServerException>(client.Students.GetUsernameAsync("a", Token));

        error.ServerCode.ShouldBe("moon_phase");
        error.Failure.ShouldBe(FailureCatalogue.Conflict);
        error.Message.ShouldContain("The moon is wrong. It is full.");
        error.Remedies.ShouldBe(["Wait a fortnight."]);
        error.Parameter.ShouldBe("phase");
        error.RequestId.ShouldBe("r-1");
    }

    [Fact]
    public async Task An_answer_that_is_no_problem_document_is_named_by_its_status()
    {
        var answers = new Answers().Then(HttpStatusCode.NotFound, "<html>", "text/html");
        using var client = answers.Open(_clock);

        var error = await Should.ThrowAsync<ServerException>(client.Students.GetUsernameAsync("a", Token));

        error.Code.ShouldBe("not_found");
        error.Message.ShouldContain("404");
    }

    [Fact]
    public async Task A_success_that_is_not_ours_is_said_to_be_so()
    {
        var answers = new Answers().Then(HttpStatusCode.OK, "<html>", "text/html");
        using var client = answers.Open(_clock);

        var error = await Should.ThrowAsync<ClipyardException>(client.Students.GetUsernameAsync("a", Token));

        error.Code.ShouldBe("internal_error");
        error.Remedies[0].ShouldContain("address");
    }

    [Fact]
    public async Task A_media_address_is_opened_without_the_key()
    {
        var answers = new Answers().Then(HttpStatusCode.OK, "bytes", "video/mp4");
        using var client = answers.Open(_clock);

        await using var stream = await client.Media.OpenAsync("http://server.test/media/a.mp4?sig=x", Token);
        using var reader = new StreamReader(stream);

        (await reader.ReadToEndAsync(Token)).ShouldBe("bytes");
        answers.Asked[0].Headers.ShouldNotContainKey("Authorization");
    }

    [Fact]
    public async Task A_stream_that_breaks_goes_on_behind_its_last_event()
    {
        var answers = new Answers()
            .Then(HttpStatusCode.OK, "id: 4\nevent: job.queued\ndata: {}\n\n", "text/event-stream")
            .Then(HttpStatusCode.OK, """{"id":"j","state":"running"}""")
            .Then(_ => throw new HttpRequestException("restarting"))
            .Then(
                HttpStatusCode.OK,
                "event: job.progress\ndata: {\"video_id\":\"v\",\"bytes\":5}\n\n"
                    + "id: 9\nevent: job.completed\ndata: {\"total\":1,\"done\":1,\"failed\":0}\n\n",
                "text/event-stream"
            );
        using var client = answers.Open(_clock);

        var watching = client.Jobs.WatchAsync("j", cancellationToken: Token).ToListAsync(Token).AsTask();
        while (!watching.IsCompleted)
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        var events = await watching;
        events
            .Select(happened => (happened.Id, happened.Type))
            .ShouldBe([("4", "job.queued"), (null, "job.progress"), ("9", "job.completed")]);
        events[1].Progress!.Bytes.ShouldBe(5);
        answers.Asked[^1].Headers["Last-Event-ID"].ShouldBe("4");
    }

    [Theory]
    [InlineData("ftp://server", "k")]
    [InlineData("http://server", "two words")]
    [InlineData("http://server", " ")]
    public void An_address_or_key_that_cannot_be_one_is_refused_at_once(string address, string key) =>
        Should.Throw<ArgumentException>(() => new ClipyardServerClient(new Uri(address), key));
}
