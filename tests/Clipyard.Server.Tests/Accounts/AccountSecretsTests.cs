using System.Text;
using Clipyard.Failures;
using Clipyard.Sandbox;
using Clipyard.Sandbox.Faults;
using Clipyard.Sandbox.Official.Apps;
using Clipyard.Sandbox.Worlds;
using Clipyard.Server.Accounts.Tokens;
using Clipyard.Server.Data;
using Clipyard.Server.Tests.Api;
using Clipyard.Server.Tests.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Clipyard.Server.Tests.Accounts;

public sealed class AccountSecretsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_secret_reaches_a_log_an_exception_an_event_or_a_file()
    {
        using var log = new ProbeLog();
        await using var host = await ServerHost.StartAsync(
            Stop,
            setup =>
                setup with
                {
                    Settings = ServerHost.With(
                        setup,
                        ("Logging:LogLevel:Default", "Trace"),
                        ("Logging:LogLevel:Microsoft", "Trace")
                    ),
                    Logging = logging => logging.AddProvider(log),
                }
        );
        var secrets = new List<string> { DemoApps.AuditedSecret };
        using var browser = await ConnectBrowser.SignedInAsync(host);
        var consent = await browser.BeginAsync();
        var back = await browser.ConsentAsync(consent, DemoWorld.SunnyGarden);
        var query = System.Web.HttpUtility.ParseQueryString(back.Query);
        secrets.AddRange([query["state"]!, query["code"]!]);
        var id = Guid.Parse((await browser.GetAsync(back)).Query("account_id")!);
        secrets.Add(browser.Cookies.GetCookies(host.Server.Address)["clipyard_connecting"]!.Value);
        var said = new StringBuilder();

        secrets.AddRange(await TokensAsync(host, id));
        await TwoServers.LapseAsync(host, id, DateTimeOffset.UtcNow);
        await host.AskAsync(id);
        secrets.AddRange(await TokensAsync(host, id));
        await TwoServers.LapseAsync(host, id, DateTimeOffset.UtcNow.AddMinutes(-1));
        host.Fault(SandboxEndpoint.Token, FaultKind.LostAnswer);
        said.Append(await Should.ThrowAsync<ClipyardException>(() => host.AskAsync(id)));
        said.Append(await Should.ThrowAsync<ClipyardException>(() => host.AskAsync(id)));
        said.Append(await TextAsync(host));
        await browser.ConnectAsync(DemoWorld.SunnyGarden);
        secrets.AddRange(await TokensAsync(host, id));
        said.Append((await host.GetAsync("/api/tiktok/status")).Text);
        await host.PostAsync("/api/tiktok/disconnect");
        said.Append(await TextAsync(host)).Append(log.Text).Append(Files(host));

        log.Text.ShouldContain("/v2/oauth/token/", customMessage: "the client logs at this level");
        secrets.Count.ShouldBe(4 + 6);
        var lines = said.ToString().Split('\n');
        foreach (var secret in secrets)
        {
            secret.Length.ShouldBeGreaterThan(20);
            string[] forms = [secret, Uri.EscapeDataString(secret)];
            lines.Where(line => forms.Any(form => line.Contains(form, StringComparison.Ordinal))).ShouldBeEmpty();
        }
    }

    private static async Task<string[]> TokensAsync(ServerHost host, Guid id)
    {
        var row = await host.RowAsync(id);
        var box = host.Server.Services.GetRequiredService<TokenBox>();
        box.TryOpen(id, row.Tokens, out var access, out var refresh).ShouldBeTrue();
        box.TryOpen(Guid.NewGuid(), row.Tokens, out _, out _).ShouldBeFalse("they open in their own row only");
        return [access.Value, refresh.Value];
    }

    private static async Task<string> TextAsync(ServerHost host)
    {
        await using var scope = host.Server.Services.CreateAsyncScope();
        var events = await scope
            .ServiceProvider.GetRequiredService<ClipyardDb>()
            .Events.IgnoreQueryFilters(QueryFilters.OwnerOnly)
            .Select(logged => logged.Data)
            .ToListAsync(Stop);
        var audit = await AuditLines.ReadAsync(host.Server.Services);
        return string.Join('\n', events.Concat(audit.Select(line => line.Detail)));
    }

    // The database and its log, byte for byte.
    private static string Files(ServerHost host) =>
        string.Concat(
            Directory
                .EnumerateFiles(host.DataFolder, "clipyard.db*")
                .Select(path =>
                {
                    using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
                    using var reader = new StreamReader(file, Encoding.Latin1);
                    return reader.ReadToEnd();
                })
        );
}
