using Clipyard.Cli.Options;
using Clipyard.Server;
using Clipyard.Server.Sqlite;

namespace Clipyard.Cli.Serving;

/// <summary>Turns what was chosen into the server's set-up.</summary>
internal static class ServeSetup
{
    private static readonly Uri DefaultUrl = new("http://127.0.0.1:8000");

    public static ServerSetup From(CliSession session)
    {
        var settings = session.Settings;
        var urls = settings.Values(ServeOptionSet.Urls);
        return new ServerSetup
        {
            Database = new SqliteProvider(),
            DataFolder = settings.Text(ServeOptionSet.Data) ?? "data",
            Urls = [.. (urls.Count == 0 ? [DefaultUrl] : urls).Select(url => url.GetLeftPart(UriPartial.Authority))],
            Settings = ServerSettings(settings),
            TimeProvider = session.Host.Time,
            FollowSandboxClock = true,
            Logging = ServeLogging.For(session, verbose: settings.Has(GeneralOptions.Verbose)),
        };
    }

    private static Dictionary<string, string?> ServerSettings(Settings settings)
    {
        var chosen = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in settings.Values(ServeOptionSet.Setting))
        {
            chosen[name] = value;
        }

        Add(chosen, "PublicAddress", settings.Address(ServeOptionSet.PublicAddress)?.ToString());
        Add(chosen, "TikTokAddress", settings.Address(NetworkOptions.TikTokAddress)?.ToString());
        Add(chosen, "Logging:LogLevel:Default", settings.Has(GeneralOptions.Verbose) ? "Debug" : null);
        return chosen;
    }

    private static void Add(Dictionary<string, string?> chosen, string name, string? value)
    {
        if (value is not null)
        {
            chosen[name] = value;
        }
    }
}
