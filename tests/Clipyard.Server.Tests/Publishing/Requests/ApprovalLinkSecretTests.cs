using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using Clipyard.Server.Tests.Api;
using Microsoft.Extensions.Logging;

namespace Clipyard.Server.Tests.Publishing.Requests;

public sealed class ApprovalLinkSecretTests
{
    [Theory]
    [InlineData("approve")]
    [InlineData("Approve")]
    [InlineData("%61pprove")]
    public async Task A_link_is_in_no_log_and_no_trace(string path)
    {
        using var log = new ProbeLog();
        var spans = new ConcurrentQueue<string>();
        using var listener = new ActivityListener
        {
            // What the visitor itself sends is not ours.
            ShouldListenTo = source => source.Name != "System.Net.Http",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
                spans.Enqueue(string.Join(' ', activity.TagObjects.Select(tag => $"{tag.Key}={tag.Value}"))),
        };
        ActivitySource.AddActivityListener(listener);
        await using var host = await PostHost.StartAsync(configure: setup =>
            setup with
            {
                Settings = ServerHost.With(
                    setup,
                    ("Logging:LogLevel:Default", "Trace"),
                    ("Logging:LogLevel:Microsoft", "Trace")
                ),
                Logging = logging =>
                    logging
                        // The host's own request log is off otherwise, as it would show whole addresses.
                        .AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Trace)
                        .AddProvider(log),
            }
        );
        var id = await host.PreparedAsync(approval: true);
        using var visitor = new LinkVisitor(host);
        var url = await LinkVisitor.LinkAsync(host, id);
        var token = url.Split('/')[^1];
        url = $"{host.Server.Server.Address}{path}/{token}";

        (await visitor.OpenAsync(url)).Status.ShouldBe(HttpStatusCode.OK);
        await visitor.FetchAsync($"{url}/files/0");
        await visitor.OpenAsync($"{url}/no/such/route");
        await visitor.OpenAsync($"{url}?note=seen-by-the-log");
        (await visitor.DecideAsync(url, "approve")).Status.ShouldBe(HttpStatusCode.OK);
        (await visitor.DecideAsync(url, "approve")).Status.ShouldBe(HttpStatusCode.Gone);

        log.Text.ShouldContain("seen-by-the-log");
        log.Text.ShouldContain("approve/-/files/0", Case.Insensitive);
        log.Text.ShouldNotContain(token);
        spans.ShouldNotContain(line => line.Contains(token));
    }
}
