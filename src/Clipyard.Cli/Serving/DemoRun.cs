using System.Text.Json;
using Clipyard.Cli.Documents;
using Clipyard.Cli.Options;
using Clipyard.Client;
using Clipyard.Failures;
using Clipyard.Sandbox;
using Clipyard.Sandbox.Official.Apps;
using Clipyard.Server;

namespace Clipyard.Cli.Serving;

/// <summary>The server beside a sandbox, with two students whose clips came through the real pipeline.</summary>
internal static class DemoRun
{
    private const int ClipsEach = 3;

    private static readonly (string StudentId, string Username)[] Students =
    [
        ("123e4567-e89b-12d3-a456-426614174000", "sunny.garden"),
        ("student-2", "harbor_lights"),
    ];

    public static async Task RunAsync(CliSession session, CancellationToken cancellationToken)
    {
        if (session.Settings.Address(NetworkOptions.TikTokAddress) is not null)
        {
            throw new UsageException("--demo brings its own sandbox; leave out --tiktok-address.");
        }

        await using var sandbox = await SandboxServer.StartAsync(new SandboxOptions(), cancellationToken);
        var setup = WithSandbox(ServeSetup.From(session), sandbox);
        await using var server = await ServeRun.StartAsync(setup, cancellationToken);
        RegisterWebhook(sandbox, server.Address);
        var signIn = await SignInAsync(setup.DataFolder, server, cancellationToken);
        await FillAsync(session, server.Address, signIn, cancellationToken);
        Say(session, server.Address, sandbox.Address, signIn);
        await ServeRun.UntilStoppedAsync(session, server, cancellationToken);
    }

    private static ServerSetup WithSandbox(ServerSetup setup, SandboxServer sandbox) =>
        setup with
        {
            Settings = new Dictionary<string, string?>(setup.Settings, StringComparer.OrdinalIgnoreCase)
            {
                ["TikTokAddress"] = sandbox.Address.ToString(),
                // Nobody has to be spared: the sandbox is ours.
                ["TikTok:RequestsPerMinute"] = "0",
                ["TikTok:ClientKey"] = DemoApps.AuditedKey,
                ["TikTok:ClientSecret"] = DemoApps.AuditedSecret,
            },
        };

    // As one does in TikTok's developer portal.
    private static void RegisterWebhook(SandboxServer sandbox, Uri server)
    {
        if (sandbox.Official.Portal.FindApp(DemoApps.AuditedKey) is { } app)
        {
            sandbox.Official.Portal.PutApp(app with { WebhookUrl = new Uri(server, "/webhook/tiktok").AbsoluteUri });
        }
    }

    private static async Task<DemoSignIn> SignInAsync(
        string dataFolder,
        ClipyardServer server,
        CancellationToken cancellationToken
    )
    {
        var file = Path.Combine(dataFolder, "keys", "demo.json");
        if (server.FirstAdministrator is { } first)
        {
            var made = new DemoSignIn(first.Name, first.Password, first.ApiKey);
            await File.WriteAllTextAsync(
                file,
                JsonSerializer.Serialize(made, CliJsonContext.Default.DemoSignIn),
                cancellationToken
            );
            return made;
        }

        if (!File.Exists(file))
        {
            throw new ClipyardException(
                FailureCatalogue.Conflict,
                $"The data in {dataFolder} was not made by a demo: choose another --data for it."
            );
        }

        var text = await File.ReadAllTextAsync(file, cancellationToken);
        return JsonSerializer.Deserialize(text, CliJsonContext.Default.DemoSignIn)
            ?? throw new ClipyardException(FailureCatalogue.StorageUnavailable, $"{file} is damaged.");
    }

    private static async Task FillAsync(
        CliSession session,
        Uri address,
        DemoSignIn signIn,
        CancellationToken cancellationToken
    )
    {
        using var client = new ClipyardServerClient(address, signIn.ApiKey);
        foreach (var (student, username) in Students)
        {
            session.Screen.Notice($"clipyard: fetching the newest {ClipsEach} of @{username} from the sandbox");
            await client.Students.LinkAsync(student, username, cancellationToken);
            await client.Students.DownloadAsync(
                student,
                new() { MaxVideos = ClipsEach },
                cancellationToken: cancellationToken
            );
        }
    }

    private static void Say(CliSession session, Uri address, Uri sandbox, DemoSignIn signIn)
    {
        var root = address.GetLeftPart(UriPartial.Authority);
        var (student, username) = Students[0];
        session.Screen.Result(root);
        session.Screen.Notice($"  sign in   {signIn.Name}, password {signIn.Password}");
        session.Screen.Notice($"  API key   {signIn.ApiKey}");
        session.Screen.Notice($"  explained {root}/docs");
        session.Screen.Notice($"  sandbox   {sandbox.GetLeftPart(UriPartial.Authority)} stands in for TikTok");
        session.Screen.Notice("");
        session.Screen.Notice("Try it:");
        session.Screen.Notice(
            $"  curl -X POST -H 'Authorization: Bearer {signIn.ApiKey}' '{root}/tiktok/student/{student}/download?max_videos=5'"
        );
        session.Screen.Notice("");
        session.Screen.Notice("Connect a made-up TikTok account (open the url that comes back), then send it a draft:");
        session.Screen.Notice($"  curl -H 'Authorization: Bearer {signIn.ApiKey}' '{root}/auth/oauth-url/tiktok'");
        session.Screen.Notice(
            $"  curl -H 'Authorization: Bearer {signIn.ApiKey}' -F video=@clip.mp4 -F title=Hello '{root}/api/tiktok/upload'"
        );
        session.Screen.Notice(
            $"  its creator's inbox: {sandbox.GetLeftPart(UriPartial.Authority)}/_sandbox/inbox/{username}"
        );
        session.Screen.Notice("");
        session.Screen.Notice("Ctrl-C stops it; the next start finds everything again.");
    }
}
