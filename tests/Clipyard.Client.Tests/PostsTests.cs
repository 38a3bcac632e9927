using System.Net;
using System.Text;
using System.Text.Json;
using Clipyard.Client.Posts;
using Clipyard.Failures;

namespace Clipyard.Client.Tests;

public sealed class PostsTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    private const string Queued = """{"success":true,"post_id":"p-1","state":"queued","status":"PROCESSING","post_ids":[]}""";

    private const string Failed = """
        {"success":false,"post_id":"p-1","state":"failed","status":"FAILED",
         "fail":{"code":"video_too_long","message":"700 s of 600 s.","remedy":"Cut it.","tiktok_code":null,"log_id":null}}
        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_servers_posts_are_listed_and_what_it_refuses_is_an_exception()
    {
        using var client = fixture.Open();

        (await client.Posts.ListAsync(PostState.AwaitingApproval, cancellationToken: Token).ToListAsync(Token)).ShouldBeEmpty();
        var missing = await Should.ThrowAsync<ServerException>(
            client.Posts.GetAsync("0192f3a4-5b6c-7d8e-9f00-112233445566", Token)
        );
        var refused = await Should.ThrowAsync<ServerException>(
            client.Posts.CreateAsync(
                new PostRequest { Source = new PostSource { Url = "https://example.com/a.mp4" } },
                Token
            )
        );

        missing.Code.ShouldBe("not_found");
        refused.Code.ShouldBe("not_connected");
    }

    [Fact]
    public async Task A_request_says_what_was_asked_and_nothing_else()
    {
        using var taker = new Taker(Queued);
        using var client = taker.Open();

        var post = await client.Posts.CreateAsync(
            new PostRequest
            {
                Source = new PostSource { ClipId = "7123456789012345678" },
                Content = "Hello",
                DisableDuet = false,
            },
            Token
        );

        post.State.ShouldBe(PostState.Queued);
        post.IsOver.ShouldBeFalse();
        taker.Path.ShouldBe("/api/posts");
        taker.IdempotencyKey.ShouldNotBeNullOrEmpty();
        JsonElement
            .Parse(taker.Body)
            .ShouldBe(
                JsonElement.Parse(
                    """{"source":{"clip_id":"7123456789012345678"},"content":"Hello","disable_duet":false}"""
                ),
                new SameJson()
            );
    }

    [Fact]
    public async Task A_file_is_sent_behind_its_texts_and_tells_how_far_it_is()
    {
        using var taker = new Taker(Queued);
        using var client = taker.Open();
        var path = Path.GetTempFileName();
        await File.WriteAllTextAsync(path, new string('x', 300_000), Token);
        var sent = new Told<long>();

        var post = await client.Posts.UploadAsync(
            path,
            new NewPostOptions { Title = "A title", IsAigc = true },
            sent,
            Token
        );
        File.Delete(path);

        post.PostId.ShouldBe("p-1");
        taker.Path.ShouldBe("/api/tiktok/upload");
        taker.Prefer.ShouldBe("respond-async");
        taker.Body.ShouldContain("name=title\r\n\r\nA title\r\n");
        taker.Body.ShouldContain("name=is_aigc\r\n\r\ntrue\r\n");
        taker.Body.ShouldContain(new string('x', 300_000));
        taker.Body.IndexOf("name=title").ShouldBeLessThan(taker.Body.IndexOf("name=video"));
        sent.Values.Count.ShouldBeGreaterThan(1);
        sent.Values[^1].ShouldBe(300_000);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_not_sent()
    {
        using var client = fixture.Open();

        await Should.ThrowAsync<FileNotFoundException>(() =>
            client.Posts.UploadAsync(Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid()}.mp4"), cancellationToken: Token)
        );
    }

    [Fact]
    public async Task Waiting_goes_on_until_the_post_is_over_and_its_failure_can_be_thrown()
    {
        var answers = new Answers().Then(HttpStatusCode.OK, Queued).Then(HttpStatusCode.OK, Failed);
        using var client = answers.Open(new ManualClock());
        var seen = new Told<Post>();

        var post = await client.Posts.WaitAsync("p-1", seen, Token);

        seen.Values.Select(p => p.State).ShouldBe([PostState.Queued, PostState.Failed]);
        answers.Asked.ShouldAllBe(asked => asked.Path == "/base/api/posts/p-1" && asked.Headers["Prefer"] == "wait=15");
        Should.Throw<ClipyardException>(post.ThrowIfUnsuccessful).Code.ShouldBe("video_too_long");
    }

    [Fact]
    public async Task What_people_decide_is_sent_to_its_own_address()
    {
        var answers = new Answers();
        for (var i = 0; i < 5; i++)
        {
            answers.Then(HttpStatusCode.OK, Queued);
        }

        using var client = answers.Open(new ManualClock());

        await client.Posts.ApproveAsync("p-1", "v1", Token);
        await client.Posts.RejectAsync("p-1", "No.", Token);
        await client.Posts.CancelAsync("p-1", Token);
        await client.Posts.RetryAsync("p-1", notPosted: true, Token);
        await client.Posts.EditAsync("p-1", new PostChange { Revision = 3, ScheduleTime = "" }, Token);

        answers
            .Asked.Select(asked => $"{asked.Method} {asked.Path}")
            .ShouldBe(
                [
                    "POST /base/api/posts/p-1/approve",
                    "POST /base/api/posts/p-1/reject",
                    "POST /base/api/posts/p-1/cancel",
                    "POST /base/api/posts/p-1/retry",
                    "PATCH /base/api/posts/p-1",
                ]
            );
    }

    private sealed class Told<T> : IProgress<T>
    {
        public List<T> Values { get; } = [];

        public void Report(T value) => Values.Add(value);
    }

    private sealed class SameJson : IEqualityComparer<JsonElement>
    {
        public bool Equals(JsonElement x, JsonElement y) => JsonElement.DeepEquals(x, y);

        public int GetHashCode(JsonElement obj) => 0;
    }

    // Reads a request whole and gives one answer.
    private sealed class Taker(string answer) : HttpMessageHandler
    {
        public string Path { get; private set; } = "";

        public string Body { get; private set; } = "";

        public string? Prefer { get; private set; }

        public string? IdempotencyKey { get; private set; }

        public ClipyardServerClient Open() =>
            new(new Uri("http://server.test/"), "clip_key", http: new HttpClient(this, disposeHandler: false));

        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            Path = request.RequestUri!.AbsolutePath;
            Prefer = request.Headers.TryGetValues("Prefer", out var wishes) ? string.Join(", ", wishes) : null;
            IdempotencyKey = request.Headers.GetValues("Idempotency-Key").Single();
            Body = await request.Content!.ReadAsStringAsync(cancellationToken);
            return new HttpResponseMessage(HttpStatusCode.Accepted)
            {
                Content = new StringContent(answer, Encoding.UTF8, "application/json"),
                RequestMessage = request,
            };
        }
    }
}
