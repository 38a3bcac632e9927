using System.Text.RegularExpressions;
using Clipyard.Failures;
using Clipyard.Sandbox;
using Clipyard.Sandbox.Faults;
using Clipyard.Sandbox.Worlds;

namespace Clipyard.Tests.Client;

public sealed partial class LogSecrets
{
    private const string Secret = "a1b2c3-own-session";

    [Fact]
    public async Task No_cookie_and_no_signed_address_reaches_the_log_or_a_failure()
    {
        using var logs = new CollectedLogs();
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(
            file,
            $".tiktok.com\tTRUE\t/\tTRUE\t0\tsessionid\t{Secret}\n",
            TestContext.Current.CancellationToken
        );
        await using var host = await LibraryHost.StartAsync(
            options => options with { CookiesFile = file },
            loggers: logs
        );
        File.Delete(file);

        var failures = await RunThroughTroubleAsync(host);

        logs.Lines.Count.ShouldBeGreaterThan(3);
        failures.Count.ShouldBe(2);
        var media = host.Sandbox.Journal.Of(SandboxEndpoint.Media);
        media.ShouldContain(entry => entry.Header("Cookie")!.Contains(Secret));
        media.ShouldContain(entry => entry.Query.Contains("signature=") && entry.Query.Contains("tk="));

        string[] secrets =
        [
            Secret,
            "tk=",
            "signature",
            "tt_chain_token",
            .. media.Select(entry => entry.Query).Where(query => query.Length > 0).Distinct(),
            .. host.Sandbox.Journal.Entries.SelectMany(entry => ValuesOf(entry.Header("Cookie"))).Distinct(),
        ];
        foreach (var line in logs.Lines.Concat(failures.Select(failure => failure.ToString())))
        {
            secrets.Where(line.Contains).ShouldBeEmpty(line);
            Query().IsMatch(line).ShouldBeFalse(line);
        }
    }

    /// <summary>As many ways to go wrong as leave a trace: challenges, cut and dead transfers, retries, other sources.</summary>
    private static async Task<IReadOnlyList<ClipyardException>> RunThroughTroubleAsync(LibraryHost host)
    {
        host.Fault(FaultKind.Challenge, SandboxEndpoint.Page);
        host.Fault(FaultKind.Cut, SandboxEndpoint.Media, bytes: 1_000);
        await host.DownloadAsync(DemoWorld.PlainVideo);
        await host.DownloadAsync(DemoWorld.DeadMirror);
        await host.DownloadAsync(DemoWorld.Photos);
        await host.DownloadAsync(DemoWorld.Shell);

        host.Fault(FaultKind.HtmlInstead, SandboxEndpoint.Media, times: null);
        var broken = await Should.ThrowAsync<ClipyardException>(host.DownloadAsync(DemoWorld.RichCaption));
        host.Sandbox.Faults.Add(
            new SandboxFault
            {
                Kind = FaultKind.Status,
                Endpoint = SandboxEndpoint.Page,
                Status = 500,
                Times = null,
            }
        );
        var unanswered = await Should.ThrowAsync<ClipyardException>(host.DownloadAsync(DemoWorld.EmptyCaption));
        return [broken, unanswered];
    }

    private static IEnumerable<string> ValuesOf(string? cookies) =>
        (cookies ?? "")
            .Split("; ", StringSplitOptions.RemoveEmptyEntries)
            .Select(cookie => cookie.Split('=', 2)[1])
            .Where(value => value.Length >= 8);

    /// <summary>An address with a query, of whatever host.</summary>
    [GeneratedRegex(@"https?://[^\s'""]*\?", RegexOptions.NonBacktracking)]
    private static partial Regex Query();
}
