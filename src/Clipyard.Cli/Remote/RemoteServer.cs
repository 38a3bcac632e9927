using Clipyard.Cli.Options;
using Clipyard.Client;

namespace Clipyard.Cli.Remote;

/// <summary>The server that the options name.</summary>
internal static class RemoteServer
{
    /// <summary>Makes a client for it; nothing is sent yet.</summary>
    /// <exception cref="UsageException">There is no key.</exception>
    public static ClipyardServerClient Open(CliSession session) =>
        new(AddressOf(session), KeyOf(session), new ClipyardServerOptions { TimeProvider = session.Host.Time });

    /// <summary>Where it answers.</summary>
    public static Uri AddressOf(CliSession session) =>
        session.Settings.Address(RemoteOptionSet.Server) ?? RemoteOptionSet.DefaultServer;

    /// <summary>The key to call it with.</summary>
    /// <exception cref="UsageException">There is none, or none that could be one.</exception>
    public static string KeyOf(CliSession session)
    {
        var key = session.Settings.Text(RemoteOptionSet.Key)?.Trim();
        if (string.IsNullOrEmpty(key))
        {
            throw new UsageException(
                "There is no API key: set CLIPYARD_KEY, or give --key. The server's first start shows one."
            );
        }

        return key.All(c => c is > ' ' and < '\x7f')
            ? key
            : throw new UsageException("The API key is none: it has no spaces and nothing but ASCII.");
    }
}
