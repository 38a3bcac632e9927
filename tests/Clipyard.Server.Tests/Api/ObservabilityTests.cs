using System.Net;
using System.Text.Json;
using Clipyard.Server.Identity;
using Clipyard.Server.Observability;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Clipyard.Server.Tests.Api;

public sealed class ObservabilityTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_request_is_one_line_with_its_route_and_id()
    {
        using var log = new ProbeLog();
        await using var host = await StartAsync(log);

        var answer = await host.SendAsync(
            HttpMethod.Get,
            "/problems/rate_limited?x=1",
            body: null,
            ("X-Request-Id", "run-7.a")
        );

        answer.Headers["X-Request-Id"].ShouldBe("run-7.a");
        log.Text.ShouldContain("scope request run-7.a");
        log.Text.ShouldContain("GET /problems/{code} 200 in");
    }

    [Fact]
    public async Task The_callers_trace_names_the_request_and_nonsense_does_not()
    {
        await using var host = await StartAsync(log: null);

        var traced = await host.SendAsync(
            HttpMethod.Get,
            "/no/such",
            body: null,
            ("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
        );
        var forged = await host.SendAsync(HttpMethod.Get, "/health", body: null, ("X-Request-Id", "a b\"c"));

        traced["request_id"].GetString().ShouldBe("0af7651916cd43dd8448eb211c80319c");
        forged.Headers["X-Request-Id"].ShouldNotContain("\"");
    }

    [Fact]
    public async Task No_secret_reaches_the_log_at_its_most_talkative()
    {
        using var log = new ProbeLog();
        await using var host = await StartAsync(log);
        using var stranger = host.CreateClient();

        await host.GetAsync("/api/keys");
        await host.SendAsync(HttpMethod.Get, "/health", body: null, ("X-API-Key", "cyk_secret_in_header"));
        using var inQuery = await stranger.GetAsync("/api/keys?api_key=cyk_secret_in_query", Cancel);
        using var signed = await stranger.GetAsync(
            "/media/tiktok/a/1.mp4?expires=1&signature=secret_signature",
            Cancel
        );
        await host.PostAsync("/api/session", new { name = "admin", password = host.Password });
        await host.PostAsync("/api/keys", new { name = "made", scopes = new[] { "read" } });

        log.Text.ShouldContain("/media/{**key}");
        log.Text.ShouldNotContain(host.Key);
        log.Text.ShouldNotContain(host.Password);
        log.Text.ShouldNotContain("cyk_secret");
        log.Text.ShouldNotContain("secret_signature");
        log.Text.ShouldNotContain(KeyText.Mark);
    }

    [Fact]
    public async Task Figures_are_given_to_neighbours_as_prometheus_reads_them()
    {
        await using var host = await StartAsync(log: null);
        using var stranger = host.CreateClient();
        await host.GetAsync("/no/such");
        await host.GetAsync("/health");

        var page = await stranger.GetStringAsync("/metrics", Cancel);

        page.ShouldContain("# TYPE clipyard_http_requests_total counter");
        page.ShouldContain("clipyard_http_requests_total{method=\"GET\",route=\"/health\",status=\"200\"} 1");
        page.ShouldContain(
            "clipyard_http_request_duration_seconds_bucket{method=\"GET\",route=\"/health\",le=\"+Inf\"} 1"
        );
        page.ShouldContain("clipyard_failures_total{code=\"not_found\"} 1");
        page.ShouldContain("clipyard_jobs_queue_age_seconds 0");
        page.ShouldContain("clipyard_store_size_bytes 0");
        page.ShouldContain("clipyard_storage_temporary_files 0");
        page.ShouldContain("clipyard_http_sent_bytes_total");
    }

    [Fact]
    public async Task Figures_are_not_given_to_strangers_behind_a_proxy()
    {
        await using var host = await StartAsync(log: null);
        using var stranger = host.CreateClient();
        stranger.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.7");

        using var refused = await stranger.GetAsync("/metrics", Cancel);
        var admitted = await host.SendAsync(HttpMethod.Get, "/metrics", body: null, ("X-Forwarded-For", "203.0.113.7"));

        refused.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        admitted.Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Bytes_sent_are_counted_whichever_way_they_are_written()
    {
        await using var host = await StartAsync(log: null);
        var sent = (await host.GetAsync("/problems")).Text.Length;

        var page = (await host.GetAsync("/metrics")).Text;

        var line = page.Split('\n')
            .Single(row => row.StartsWith("clipyard_http_sent_bytes_total ", StringComparison.Ordinal));
        double.Parse(line.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture)
            .ShouldBeGreaterThanOrEqualTo(sent);
    }

    [Fact]
    public async Task Readiness_names_what_fails()
    {
        await using var host = await StartAsync(log: null);
        await UntilReadyAsync(host);

        await using var broken = await ServerHost.StartAsync(Cancel, sandbox: host.Sandbox);
        await UntilReadyAsync(broken);
        Directory.Delete(Path.Combine(broken.DataFolder, "media"), recursive: true);
        await File.WriteAllTextAsync(Path.Combine(broken.DataFolder, "media"), "no folder", Cancel);

        var answer = await broken.GetAsync("/ready");

        answer.Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        answer["status"].GetString().ShouldBe("not_ready");
        var failed = answer["checks"].EnumerateArray().Where(check => !check.GetProperty("ok").GetBoolean());
        failed.Select(check => check.GetProperty("name").GetString()).ShouldBe(["store"]);
    }

    [Fact]
    public async Task A_collector_receives_traces_and_metrics_and_no_secret()
    {
        await using var collector = await FakeCollector.StartAsync(Cancel);
        await using (
            var host = await ServerHost.StartAsync(
                Cancel,
                setup =>
                    setup with
                    {
                        Settings = ServerHost.With(
                            setup,
                            ("Telemetry:Endpoint", collector.Address.ToString()),
                            ("Telemetry:Protocol", TelemetryOptions.HttpProtobuf)
                        ),
                    }
            )
        )
        {
            await host.GetAsync("/problems/rate_limited?signature=secret_signature");
        }

        collector.Received("/v1/traces").ShouldContain("/problems/{code}");
        collector.Received("/v1/metrics").ShouldContain("clipyard.http.requests");
        collector.Received("/v1/traces").ShouldNotContain("secret_signature");
    }

    // The job engine starts beside the first requests.
    private static async Task UntilReadyAsync(ServerHost host)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        limit.CancelAfter(TimeSpan.FromSeconds(30));
        while ((await host.GetAsync("/ready"))["status"].GetString() != "ready")
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5), limit.Token);
        }
    }

    private static Task<ServerHost> StartAsync(ProbeLog? log) =>
        ServerHost.StartAsync(
            Cancel,
            setup =>
                log is null
                    ? setup
                    : setup with
                    {
                        Settings = ServerHost.With(
                            setup,
                            ("Logging:LogLevel:Default", "Trace"),
                            ("Logging:LogLevel:Microsoft", "Trace")
                        ),
                        Logging = logging => logging.AddProvider(log),
                    }
        );
}
