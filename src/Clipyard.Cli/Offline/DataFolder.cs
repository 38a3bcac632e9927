using Clipyard.Cli.Options;
using Clipyard.Cli.Serving;
using Clipyard.Server;
using Microsoft.Extensions.Logging;

namespace Clipyard.Cli.Offline;

/// <summary>A server's data folder, for commands that work on it while no server does.</summary>
internal static class DataFolder
{
    public const string Default = "data";

    /// <summary>Opens a folder that a server has used.</summary>
    /// <exception cref="UsageException">It is none, and making one by a misspelt name would help nobody.</exception>
    /// <exception cref="Failures.ClipyardException"><c>storage_unavailable</c>: a server runs on it.</exception>
    public static Task<OfflineServer> OpenAsync(CliSession session, string folder, CancellationToken cancellationToken)
    {
        if (!Directory.Exists(Path.Combine(folder, "keys")))
        {
            throw new UsageException(
                $"'{folder}' is no server's data folder. `clipyard serve --data {folder}` makes one."
            );
        }

        var setup = ServeSetup.From(session) with { DataFolder = folder };
        return OfflineServer.OpenAsync(
            // What matters comes back as an exception; the log is for those who ask for it.
            session.Settings.Has(GeneralOptions.Verbose)
                ? setup
                : setup with
                {
                    Logging = logging => logging.SetMinimumLevel(LogLevel.None),
                },
            cancellationToken
        );
    }
}
