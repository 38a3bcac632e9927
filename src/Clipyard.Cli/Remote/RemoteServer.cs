using Clipyard.Cli.Options;
using Clipyard.Client;

namespace Clipyard.Cli.Remote;

/// <summary>The server that the options name.</summary>
internal static class RemoteServer
{
    /// <summary>Makes a client for it; nothing is sent yet.</summary>
    /// <exception cref="UsageException">There is no key.</exception>
    public static ClipyardServerClient Open(CliSession session)
    {
        var settings = session.Settings;
        var key = settings.Text(RemoteOptionSet.Key)?.Trim();
        if (string.IsNullOrEmpty(key))
        {
            throw new UsageException(
                "There is no API key: set CLIPYARD_KEY, or give --key. The server's first start shows one."
            );
        }

        try
        {
            return new ClipyardServerClient(
                settings.Address(RemoteOptionSet.Server) ?? RemoteOptionSet.DefaultServer,
                key,
                new ClipyardServerOptions { TimeProvider = session.Host.Time }
            );
        }
        catch (ArgumentException error) when (error.ParamName == "apiKey")
        {
            throw new UsageException("The API key is none: it has no spaces and nothing but ASCII.");
        }
    }
}
