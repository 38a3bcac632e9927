using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using Clipyard.Server.Identity;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Clipyard.Server.Tests.Identity;

public sealed class QueryKeyTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_marked_route_takes_a_key_that_allows_it_for_drafts_only()
    {
        await using var host = await StartAsync();
        var key = await MakeAsync(host, allow: true);

        var answer = await GetAsync(host, $"/test/query-key?a=1&api_key={key}&b=%20");

        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer["scopes"].GetString().ShouldBe("read draft");
        answer["query"].GetString().ShouldBe("?a=1&b=%20");
    }

    [Theory]
    [InlineData("/test/query-key", false)]
    [InlineData("/api/me", true)]
    [InlineData("/api/keys", true)]
    public async Task Any_other_key_or_route_is_401_and_says_what_to_do(string path, bool allow)
    {
        await using var host = await StartAsync();
        var key = await MakeAsync(host, allow);

        var answer = await GetAsync(host, $"{path}?api_key={key}");

        answer.Status.ShouldBe(HttpStatusCode.Unauthorized);
        answer["detail"].GetString()!.ShouldContain("in a header");
        answer.Text.ShouldNotContain(key);
    }

    [Fact]
    public async Task A_key_in_the_address_beats_the_cookie_like_any_other()
    {
        await using var host = await StartAsync();
        using var browser = await Browser.SignedInAsync(host, "admin", host.Password);

        (await browser.GetAsync("/api/me?api_key=wrong")).Code.ShouldBe("unauthenticated");
    }

    [Theory]
    [InlineData("api_key")]
    [InlineData("API_KEY")]
    [InlineData("api%5Fkey")]
    public async Task A_key_in_the_address_is_in_no_log_and_no_trace(string parameter)
    {
        var lines = new ConcurrentQueue<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
                lines.Enqueue(string.Join(' ', activity.TagObjects.Select(tag => $"{tag.Key}={tag.Value}"))),
        };
        ActivitySource.AddActivityListener(listener);
        await using var host = await StartAsync(logging =>
            logging
                .SetMinimumLevel(LogLevel.Trace)
                // The host's own request log is off otherwise, as it would show whole addresses.
                .AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Trace)
                .AddProvider(new LinesLogger(lines))
        );
        var key = await MakeAsync(host, allow: true);

        (await GetAsync(host, $"/test/query-key?seen=by-the-log&{parameter}={key}")).Status.ShouldBe(HttpStatusCode.OK);
        await GetAsync(host, $"/api/me?{parameter}={key}");

        lines.ShouldContain(line => line.Contains("seen=by-the-log"));
        lines.ShouldNotContain(line => line.Contains(key));
    }

    private static Task<ServerHost> StartAsync(Action<ILoggingBuilder>? logging = null) =>
        ServerHost.StartAsync(
            Cancellation,
            setup =>
                setup with
                {
                    ConfigureServices = services => services.AddSingleton<IStartupFilter, TestRoute>(),
                    Logging = logging ?? setup.Logging,
                    Settings = ServerHost.With(setup, ("Logging:LogLevel:Microsoft", "Trace")),
                }
        );

    private static async Task<string> MakeAsync(ServerHost host, bool allow)
    {
        string[] scopes = ["read", "draft", "publish"];
        var made = await host.PostAsync(
            "/api/keys",
            new
            {
                name = "n8n",
                scopes,
                allow_in_query = allow,
            }
        );
        return made["key"].GetString()!;
    }

    private static async Task<JsonAnswer> GetAsync(ServerHost host, string path)
    {
        using var browser = new Browser(host);
        return await browser.GetAsync(path);
    }

    private sealed class TestRoute : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
            application =>
            {
                application.Map("/test", Configure);
                next(application);
            };

        private static void Configure(IApplicationBuilder branch)
        {
            branch.UseExceptionHandler(_ => { });
            branch.UseRouting();
            branch.UseIdentity();
            branch.UseEndpoints(routes =>
                routes.MapGet("/query-key", Answer).WithMetadata(new AllowKeyInQueryAttribute()).RequireAuthorization()
            );
        }

        private static IResult Answer(HttpContext context) =>
            TypedResults.Ok(
                new
                {
                    scopes = string.Join(' ', CallerIdentity.ScopesOf(context.User)),
                    query = context.Request.QueryString.Value,
                }
            );
    }

    private sealed class LinesLogger(ConcurrentQueue<string> lines) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            lines.Enqueue($"{state}");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => lines.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose() { }
    }
}
