using System.Globalization;
using System.Net;
using System.Text;
using Clipyard.Failures;

namespace Clipyard.Server.Tests.Api;

public sealed class LimitTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_answer_says_how_much_is_left_and_too_many_requests_are_429()
    {
        await using var host = await StartAsync(("Limits:RequestsPerMinute", "3"));

        var first = await host.GetAsync("/api/keys");
        await host.GetAsync("/no/such");
        await host.GetAsync("/api/keys");
        var refused = await host.GetAsync("/api/keys");

        first.Headers["RateLimit-Limit"].ShouldBe("3");
        first.Headers["RateLimit-Remaining"].ShouldBe("2");
        Number(first.Headers["RateLimit-Reset"]).ShouldBeInRange(1, 60);
        refused.Status.ShouldBe(HttpStatusCode.TooManyRequests);
        refused.Code.ShouldBe("rate_limited");
        refused.Headers["RateLimit-Remaining"].ShouldBe("0");
        Number(refused.Headers["Retry-After"]).ShouldBeInRange(1, 60);
    }

    [Fact]
    public async Task One_callers_requests_are_not_counted_against_another()
    {
        await using var host = await StartAsync(("Limits:RequestsPerMinute", "2"));
        using var stranger = host.CreateClient();
        using var first = await stranger.GetAsync("/health", Cancel);
        using var second = await stranger.GetAsync("/health", Cancel);
        using var third = await stranger.GetAsync("/health", Cancel);

        third.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        (await host.GetAsync("/api/keys")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_413()
    {
        await using var host = await StartAsync(("Limits:BodyBytes", "2048"));
        using var content = new StringContent(
            $$"""{"name": "{{new string('a', 4_000)}}"}""",
            Encoding.UTF8,
            "application/json"
        );

        using var response = await host.Client.PostAsync("/api/keys", content, Cancel);
        var answer = await JsonAnswer.ReadAsync(response, Cancel);

        answer.Status.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        answer.Code.ShouldBe("invalid_parameter");
        answer["remedy"].GetString().ShouldNotBeNull().ShouldContain("Limits:BodyBytes");
    }

    [Fact]
    public async Task Another_name_in_the_Host_header_is_refused()
    {
        await using var host = await StartAsync(("PublicAddress", "https://clips.example.com/"));

        (await host.SendAsync(HttpMethod.Get, "/health", null, ("Host", "evil.example"))).Status.ShouldBe(
            HttpStatusCode.BadRequest
        );
        (await host.SendAsync(HttpMethod.Get, "/health", null, ("Host", "clips.example.com"))).Status.ShouldBe(
            HttpStatusCode.OK
        );
        (await host.SendAsync(HttpMethod.Get, "/health", null, ("Host", "localhost"))).Status.ShouldBe(
            HttpStatusCode.OK
        );
    }

    [Fact]
    public async Task Other_origins_may_read_nothing_unless_they_are_named()
    {
        await using var closed = await StartAsync();
        await using var open = await StartAsync(("Cors:Origins", "https://app.example.com"));

        var refused = await closed.SendAsync(HttpMethod.Get, "/health", null, ("Origin", "https://app.example.com"));
        var named = await open.SendAsync(HttpMethod.Get, "/health", null, ("Origin", "https://app.example.com"));
        var other = await open.SendAsync(HttpMethod.Get, "/health", null, ("Origin", "https://evil.example.com"));
        var preflight = await open.SendAsync(
            HttpMethod.Options,
            "/api/keys",
            null,
            ("Origin", "https://app.example.com"),
            ("Access-Control-Request-Method", "POST"),
            ("Access-Control-Request-Headers", "authorization,content-type")
        );

        refused.Headers.Keys.ShouldNotContain("Access-Control-Allow-Origin");
        named.Headers["Access-Control-Allow-Origin"].ShouldBe("https://app.example.com");
        named.Headers.Keys.ShouldNotContain("Access-Control-Allow-Credentials");
        other.Headers.Keys.ShouldNotContain("Access-Control-Allow-Origin");
        preflight.Status.ShouldBe(HttpStatusCode.NoContent);
        preflight.Headers["Access-Control-Allow-Methods"].ShouldContain("POST");
    }

    [Theory]
    [InlineData("Location")]
    [InlineData("Retry-After")]
    [InlineData("RateLimit-Remaining")]
    [InlineData("X-Request-Id")]
    [InlineData("Upload-Offset")]
    [InlineData("Upload-Length")]
    [InlineData("Upload-Expires")]
    [InlineData("Tus-Resumable")]
    [InlineData("Tus-Version")]
    [InlineData("Tus-Extension")]
    [InlineData("Tus-Max-Size")]
    public async Task A_page_of_a_named_origin_may_read_what_it_needs_to_go_on(string header)
    {
        await using var host = await StartAsync(("Cors:Origins", "https://app.example.com"));

        var answer = await host.SendAsync(HttpMethod.Get, "/health", null, ("Origin", "https://app.example.com"));

        answer.Headers["Access-Control-Expose-Headers"].Split(',').ShouldContain(header);
    }

    [Fact]
    public async Task Answers_tell_browsers_to_be_careful()
    {
        await using var host = await StartAsync();

        foreach (var path in (string[])["/health", "/no/such", "/api/keys"])
        {
            var answer = await host.GetAsync(path);
            answer.Headers["X-Content-Type-Options"].ShouldBe("nosniff");
            answer.Headers["Content-Security-Policy"].ShouldContain("script-src 'self';");
            answer.Headers["Content-Security-Policy"].ShouldContain("frame-ancestors 'none'");
            answer.Headers["Referrer-Policy"].ShouldBe("same-origin");
            answer.Headers.Keys.ShouldNotContain("Strict-Transport-Security");
            answer.Headers.Keys.ShouldNotContain("Server");
        }

        (await host.GetAsync("/api/keys")).Headers["Cache-Control"].ShouldContain("no-store");
    }

    [Fact]
    public async Task Behind_a_named_proxy_https_is_https_and_behind_another_it_is_not()
    {
        await using var named = await StartAsync(("KnownProxies", "127.0.0.1, 10.0.0.0/8"));
        await using var unnamed = await StartAsync();

        (
            await named.SendAsync(HttpMethod.Get, "/health", null, ("X-Forwarded-Proto", "https"))
        ).Headers.Keys.ShouldContain("Strict-Transport-Security");
        (
            await unnamed.SendAsync(HttpMethod.Get, "/health", null, ("X-Forwarded-Proto", "https"))
        ).Headers.Keys.ShouldNotContain("Strict-Transport-Security");
    }

    [Theory]
    [InlineData("PublicAddress", "clips.example.com", "PublicAddress:")]
    [InlineData("KnownProxies", "proxy.local", "KnownProxies:")]
    [InlineData("Cors:Origins", "*", "Cors:Origins:")]
    [InlineData("Cors:Origins", "https://app.example.com/path", "Cors:Origins:")]
    [InlineData("AllowInsecure", "maybe", "AllowInsecure:")]
    [InlineData("Limits:RequestsPerMinute", "-1", "Limits:RequestsPerMinute")]
    [InlineData("Limits:RequestsPerMinute", "many", "Limits:RequestsPerMinute")]
    [InlineData("Limits:BodyBytes", "1", "Limits:BodyBytes")]
    [InlineData("Telemetry:Endpoint", "collector", "Telemetry:Endpoint")]
    public async Task A_wrong_setting_stops_the_start_in_a_sentence(string name, string value, string expected)
    {
        var error = await Should.ThrowAsync<ClipyardException>(() => StartAsync((name, value)));

        error.Code.ShouldBe("invalid_parameter");
        error.Message.ShouldContain(expected);
    }

    [Theory]
    [InlineData("http://0.0.0.0:0", "", false)]
    [InlineData("http://0.0.0.0:0", "AllowInsecure=true", false)]
    [InlineData("http://0.0.0.0:0", "PublicAddress=https://clips.example.com", false)]
    [InlineData("http://0.0.0.0:0", "PublicAddress=http://clips.example.com;AllowInsecure=true", true)]
    [InlineData("http://0.0.0.0:0", "PublicAddress=https://clips.example.com;KnownProxies=10.0.0.5", true)]
    public async Task Listening_beyond_this_machine_needs_https_a_proxy_or_a_clear_word(
        string url,
        string settings,
        bool works
    )
    {
        var pairs = settings
            .Split(';', StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => (pair.Split('=')[0], (string?)pair.Split('=')[1]))
            .ToArray();
        var start = () =>
            ServerHost.StartAsync(
                Cancel,
                setup => setup with { Urls = [url], Settings = ServerHost.With(setup, pairs) }
            );

        if (works)
        {
            await using var host = await start();
            return;
        }

        (await Should.ThrowAsync<ClipyardException>(start)).Code.ShouldBe("invalid_parameter");
    }

    private static Task<ServerHost> StartAsync(params (string Name, string? Value)[] settings) =>
        ServerHost.StartAsync(Cancel, setup => setup with { Settings = ServerHost.With(setup, settings) });

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
