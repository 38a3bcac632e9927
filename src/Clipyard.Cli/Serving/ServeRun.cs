using Clipyard.Cli.Options;
using Clipyard.Server;

namespace Clipyard.Cli.Serving;

/// <summary>Runs the server. Apart from its command, so that nothing of ASP.NET is loaded before it is needed.</summary>
internal static class ServeRun
{
    /// <summary>Serves until cancelled; the first line on standard output is the address, once it answers.</summary>
    public static async Task RunAsync(CliSession session, CancellationToken cancellationToken)
    {
        if (session.Settings.Has(ServeOptionSet.Demo))
        {
            await DemoRun.RunAsync(session, cancellationToken);
            return;
        }

        await using var server = await StartAsync(ServeSetup.From(session), cancellationToken);
        session.Screen.Result(server.Address.GetLeftPart(UriPartial.Authority));
        if (server.FirstAdministrator is { } first)
        {
            session.Screen.Notice($"clipyard: the first start made an administrator; this is shown once, keep it:");
            session.Screen.Notice($"  name      {first.Name}");
            session.Screen.Notice($"  password  {first.Password}");
            session.Screen.Notice($"  API key   {first.ApiKey}");
        }

        session.Screen.Notice("clipyard: the server answers; its interface is explained at /docs; Ctrl-C stops it");
        await UntilStoppedAsync(session, server, cancellationToken);
    }

    /// <summary>Starts a server, with a plain sentence where the port is taken.</summary>
    /// <exception cref="UsageException">It cannot listen there.</exception>
    public static async Task<ClipyardServer> StartAsync(ServerSetup setup, CancellationToken cancellationToken)
    {
        try
        {
            return await ClipyardServer.StartAsync(setup, cancellationToken);
        }
        catch (IOException error)
        {
            throw new UsageException(
                $"The server cannot listen on {string.Join(", ", setup.Urls)}: {error.Message} "
                    + "Choose other --urls; port 0 takes a free one."
            );
        }
    }

    /// <summary>Waits for the end and says that it came.</summary>
    public static async Task UntilStoppedAsync(
        CliSession session,
        ClipyardServer server,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await server.WaitForShutdownAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Stopping in order is what disposal does.
        }

        session.Screen.Notice("clipyard: stopping; what runs is finished or goes on at the next start");
    }
}
