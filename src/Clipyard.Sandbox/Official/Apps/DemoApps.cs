using Clipyard.Sandbox.Worlds;

namespace Clipyard.Sandbox.Official.Apps;

/// <summary>The apps that are registered from the start. Keys and secrets do not depend on the seed.</summary>
public static class DemoApps
{
    /// <summary>The key of an audited app with every scope.</summary>
    public const string AuditedKey = "awdemoaudited0001";

    /// <summary>The secret of <see cref="AuditedKey"/>.</summary>
    public const string AuditedSecret = "demo-secret-of-the-audited-app";

    /// <summary>The key of an app that has not passed the audit.</summary>
    public const string UnauditedKey = "awdemounaudited01";

    /// <summary>The secret of <see cref="UnauditedKey"/>.</summary>
    public const string UnauditedSecret = "demo-secret-of-the-unaudited-app";

    /// <summary>The key of an app in a sandbox of TikTok's own: unaudited, two target users.</summary>
    public const string TargetsKey = "sbdemotargets0001";

    /// <summary>The secret of <see cref="TargetsKey"/>.</summary>
    public const string TargetsSecret = "demo-secret-of-the-app-with-targets";

    /// <summary>A redirect address that all three have: any port on loopback.</summary>
    public const string LoopbackRedirect = "http://127.0.0.1:*/callback/";

    /// <summary>A redirect address that all three have: a web server's.</summary>
    public const string WebRedirect = "https://clipyard.example/callback/";

    private static readonly string[] Redirects =
    [
        LoopbackRedirect,
        "http://localhost:*/callback/",
        "http://127.0.0.1:*/api/auth/tiktok/callback",
        "http://localhost:*/api/auth/tiktok/callback",
        WebRedirect,
    ];

    private static readonly UrlProperty[] Loopback =
    [
        Verified("http://127.0.0.1:*/", "demoloopbackip"),
        Verified("http://localhost:*/", "demoloopbackname"),
    ];

    internal static IEnumerable<SandboxApp> All =>
        [
            App(AuditedKey, AuditedSecret, "Clipyard demo") with
            {
                Audited = true,
            },
            App(UnauditedKey, UnauditedSecret, "Clipyard demo (unaudited)"),
            App(TargetsKey, TargetsSecret, "Clipyard demo (sandbox)") with
            {
                TargetUsers = [DemoWorld.SunnyGarden, DemoWorld.QuietAttic],
            },
        ];

    private static SandboxApp App(string key, string secret, string name) =>
        new()
        {
            ClientKey = key,
            ClientSecret = secret,
            Name = name,
            RedirectUris = Redirects,
            UrlProperties = Loopback,
        };

    private static UrlProperty Verified(string prefix, string token) =>
        new()
        {
            Kind = UrlPropertyKind.UrlPrefix,
            Value = prefix,
            Token = token,
            Verified = true,
        };
}
