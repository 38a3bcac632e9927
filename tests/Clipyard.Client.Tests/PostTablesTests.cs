using System.Net;
using System.Text;
using Clipyard.Client.Posts;
using Clipyard.Failures;

namespace Clipyard.Client.Tests;

public sealed class PostTablesTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    private const string Table = "video_url\nhttps://example.com/a.mp4\n";

    private const string Taken = """
        {"success":true,"dry_run":false,"repeated":true,"import_id":"i-1","rows":1,"accepted":1,"errors":[],"post_ids":["p-1"]}
        """;

    private readonly ManualClock _clock = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_server_checks_a_table_refuses_another_and_gives_its_posts_back()
    {
        using var client = fixture.Open();
        await TestAccount.AddAsync(fixture.Host);

        var fine = await client.Posts.ImportAsync(Open(Table), new PostImportOptions { DryRun = true }, Token);
        var refused = await Should.ThrowAsync<ServerException>(
            client.Posts.ImportAsync(Open(Table + "https://10.0.0.1/a.mp4\nnowhere\n"), cancellationToken: Token)
        );
        await using var export = await client.Posts.ExportAsync(new PostExportOptions { Raw = true }, Token);
        using var text = new StreamReader(export);
        var lines = (await text.ReadToEndAsync(Token)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        (fine.DryRun, fine.Rows, fine.Accepted, fine.PostIds.Count).ShouldBe((true, 1, 1, 0));
        refused.RowErrors.Select(error => (error.Row, error.Column)).ShouldBe([(3, "video_url"), (4, "video_url")]);
        refused.RowErrors.ShouldAllBe(error => error.Code == "url_not_allowed" && error.Message != null);
        refused.RowErrorCount.ShouldBe(2);
        lines.ShouldHaveSingleItem().ShouldStartWith("video_url,");
    }

    [Fact]
    public async Task A_table_is_sent_again_whole_and_under_the_callers_key()
    {
        List<string> bodies = [];
        var answers = new Answers()
            .Then(request =>
            {
                bodies.Add(BodyOf(request));
                throw new HttpRequestException("cut off");
            })
            .Then(request =>
            {
                bodies.Add(BodyOf(request));
                return new HttpResponseMessage(HttpStatusCode.Accepted)
                {
                    Content = new StringContent(Taken, Encoding.UTF8, "application/json"),
                };
            });
        using var client = answers.Open(_clock);

        var importing = client.Posts.ImportAsync(
            Open(Table),
            new PostImportOptions { Delimiter = "tab", IdempotencyKey = "mine" },
            Token
        );
        _clock.Advance(TimeSpan.FromSeconds(1));

        var made = await importing;
        (made.Repeated, made.ImportId, made.PostIds.ShouldHaveSingleItem()).ShouldBe((true, "i-1", "p-1"));
        bodies.ShouldBe([Table, Table]);
        answers.Asked.ShouldAllBe(asked => asked.Path == "/base/api/posts/import?delimiter=tab");
        answers.Asked.ShouldAllBe(asked => asked.Headers["Idempotency-Key"] == "mine");
    }

    [Fact]
    public async Task A_dry_run_does_not_use_the_callers_key()
    {
        var answers = new Answers().Then(HttpStatusCode.OK, """{"dry_run":true,"rows":1,"accepted":1,"post_ids":[]}""");
        using var client = answers.Open(_clock);

        await client.Posts.ImportAsync(
            Open(Table),
            new PostImportOptions { DryRun = true, IdempotencyKey = "mine" },
            Token
        );

        answers.Asked[0].Path.ShouldBe("/base/api/posts/import?dry_run=true");
        answers.Asked[0].Headers["Idempotency-Key"].ShouldNotBe("mine");
    }

    [Fact]
    public async Task A_refusal_of_a_thousand_rows_is_read_whole()
    {
        var row =
            $$"""{"row":7,"line":9,"column":"content","code":"caption_too_long","message":"{{new string('x', 200)}}"}""";
        var problem =
            $$"""{"code":"caption_too_long","remedy":"r","error_count":1500,"errors":[{{string.Join(',', Enumerable.Repeat(row, 1_000))}}]}""";
        using var client = new Answers().Then(HttpStatusCode.BadRequest, problem).Open(_clock);

        var refused = await Should.ThrowAsync<ServerException>(
            client.Posts.ImportAsync(Open(Table), cancellationToken: Token)
        );

        refused.Code.ShouldBe("caption_too_long");
        refused.RowErrors.Count.ShouldBe(1_000);
        refused
            .RowErrors[0]
            .ShouldBe(
                new RowError
                {
                    Row = 7,
                    Line = 9,
                    Column = "content",
                    Code = "caption_too_long",
                    Message = new string('x', 200),
                }
            );
        refused.RowErrorCount.ShouldBe(1_500);
    }

    [Fact]
    public async Task An_export_asks_for_what_was_chosen_and_hands_the_bytes_on_as_they_come()
    {
        var answers = new Answers().Then(HttpStatusCode.OK, "\ufeffa,b\r\n", "text/csv");
        using var client = answers.Open(_clock);

        await using var export = await client.Posts.ExportAsync(
            new PostExportOptions
            {
                Format = PostExportFormat.Json,
                Raw = true,
                States = [PostState.Scheduled, PostState.AwaitingApproval],
                AccountId = "a-1",
                From = DateTimeOffset.Parse("2026-12-01T00:00:00+07:00"),
                To = DateTimeOffset.Parse("2027-01-01T00:00:00Z"),
            },
            Token
        );
        using var bytes = new MemoryStream();
        await export.CopyToAsync(bytes, Token);

        bytes.ToArray().ShouldBe(Encoding.UTF8.GetBytes("\ufeffa,b\r\n"));
        Uri.UnescapeDataString(answers.Asked[0].Path)
            .ShouldBe(
                "/base/api/posts/export?format=json&raw=true&state=scheduled,awaiting_approval&account_id=a-1"
                    + "&from=2026-11-30T17:00:00.000Z&to=2027-01-01T00:00:00.000Z"
            );
    }

    [Fact]
    public async Task A_table_that_is_not_there_is_not_sent()
    {
        using var client = new Answers().Open(_clock);

        await Should.ThrowAsync<FileNotFoundException>(() =>
            client.Posts.ImportAsync(
                Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid()}.csv"),
                cancellationToken: Token
            )
        );
    }

    [Fact]
    public async Task A_server_that_takes_too_long_over_a_table_is_a_network_error_that_says_how_long()
    {
        using var silent = new Silent();
        using var http = new HttpClient(silent);
        using var client = new ClipyardServerClient(
            new Uri("http://server.test/"),
            "clip_key",
            new ClipyardServerOptions { TimeProvider = _clock, Retries = 0 },
            http
        );

        var importing = client.Posts.ImportAsync(Open(Table), cancellationToken: Token);
        _clock.Advance(TimeSpan.FromMinutes(10));

        var error = await Should.ThrowAsync<ClipyardException>(importing);
        error.Failure.ShouldBe(FailureCatalogue.NetworkError);
        error.Message.ShouldContain("within 600 s");
    }

    private static Func<Stream> Open(string table) => () => new MemoryStream(Encoding.UTF8.GetBytes(table));

    private static string BodyOf(HttpRequestMessage request)
    {
        using var text = new StreamReader(request.Content!.ReadAsStream(Token), leaveOpen: true);
        return text.ReadToEnd();
    }

    private sealed class Silent : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            throw new InvalidOperationException("Nothing ends this but a cancellation.");
        }
    }
}
