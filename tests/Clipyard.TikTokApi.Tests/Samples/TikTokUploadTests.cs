using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using Clipyard.Sandbox;
using Clipyard.Sandbox.Media;
using Clipyard.Sandbox.Official.Apps;
using Clipyard.Sandbox.Worlds;

namespace Clipyard.TikTokApi.Tests.Samples;

/// <summary>The sample as a new user meets it: a program, a browser, the sandbox.</summary>
public sealed partial class TikTokUploadTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task An_account_is_connected_and_a_clip_reaches_its_inbox()
    {
        await using var sandbox = await SandboxServer.StartAsync(cancellationToken: ApiSession.Stop);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ApiSession.Stop);
        limit.CancelAfter(Patience);
        using var program = Start(sandbox);
        try
        {
            var address = await AddressAsync(program, limit.Token);
            using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false })
            {
                BaseAddress = address,
            };

            (await browser.GetStringAsync("/", limit.Token)).ShouldContain("Connect a TikTok account");
            using var connect = await browser.GetAsync("/connect", limit.Token);
            var consent = connect.Headers.Location!;
            consent.AbsoluteUri.ShouldStartWith(new Uri(sandbox.Address, "/v2/auth/authorize/").AbsoluteUri);
            var callback = sandbox.Official.Consent(consent, DemoWorld.SunnyGarden);
            using var finished = await browser.GetAsync(callback, limit.Token);
            (await browser.GetStringAsync("/", limit.Token)).ShouldContain("user.info.basic,video.upload");

            using var form = new MultipartFormDataContent();
            form.Add(new ByteArrayContent(SandboxClips.Bytes(SandboxClips.Plain)), "video", "tide.mp4");
            using var upload = await browser.PostAsync("/upload", form, limit.Token);
            upload.StatusCode.ShouldBe(HttpStatusCode.Redirect, await upload.Content.ReadAsStringAsync(limit.Token));
            var page = await browser.GetStringAsync(upload.Headers.Location, limit.Token);
            page.ShouldContain("It is in the inbox");
            var draft = sandbox.Official.Inbox.Drafts(DemoWorld.SunnyGarden).ShouldHaveSingleItem();
            sandbox.Official.Inbox.Post(draft.PublishId);
            var post = sandbox.Official.Published.ShouldHaveSingleItem();
            (await browser.GetStringAsync(upload.Headers.Location, limit.Token)).ShouldContain(post.PostId);

            using var replayed = await browser.GetAsync(callback, limit.Token);
            replayed.StatusCode.ShouldBe(HttpStatusCode.BadGateway);
            sandbox.Official.Report.Findings.ShouldBeEmpty();
        }
        finally
        {
            program.Kill(entireProcessTree: true);
        }
    }

    private static Process Start(SandboxServer sandbox)
    {
        var framework = new DirectoryInfo(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
        var program = Repository.PathOf(
            "samples",
            "TikTokUpload",
            "bin",
            framework.Parent!.Name,
            framework.Name,
            "TikTokUpload.dll"
        );
        var start = new ProcessStartInfo("dotnet", [program, "--urls", "http://127.0.0.1:0"])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
            WorkingDirectory = Path.GetTempPath(),
        };
        start.Environment["TikTok__ClientKey"] = DemoApps.AuditedKey;
        start.Environment["TikTok__ClientSecret"] = DemoApps.AuditedSecret;
        start.Environment["TikTok__ApiAddress"] = sandbox.Address.GetLeftPart(UriPartial.Authority);
        start.Environment["TikTok__AuthorizeAddress"] = new Uri(sandbox.Address, "/v2/auth/authorize/").AbsoluteUri;
        return Process.Start(start)!;
    }

    /// <summary>Waits for the program's own word that it listens.</summary>
    private static async Task<Uri> AddressAsync(Process program, CancellationToken cancellationToken)
    {
        while (await program.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
        {
            if (Listening().Match(line) is { Success: true } match)
            {
                return new Uri(match.Groups["address"].Value);
            }
        }

        throw new InvalidOperationException("The sample ended before it listened.");
    }

    [GeneratedRegex(@"Now listening on: (?<address>\S+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Listening();
}
