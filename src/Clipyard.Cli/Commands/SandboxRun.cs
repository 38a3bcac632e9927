using Clipyard.Cli.Options;
using Clipyard.Sandbox;

namespace Clipyard.Cli.Commands;

/// <summary>Runs the sandbox. Apart from its command, so that nothing of ASP.NET is loaded before it is needed.</summary>
internal static class SandboxRun
{
    /// <summary>Serves until cancelled; a line on standard output says where, once it answers.</summary>
    public static async Task RunAsync(CliSession session, CancellationToken cancellationToken)
    {
        var settings = session.Settings;
        var options = new SandboxOptions
        {
            Port = settings.Value(SandboxOptionSet.Port) ?? 0,
            Seed = settings.Value(SandboxOptionSet.Seed) ?? 1,
            Intercept = settings.Has(SandboxOptionSet.Intercept),
            InterceptPort = settings.Value(SandboxOptionSet.InterceptPort) ?? 0,
            CertificateAuthorityFile = settings.Text(SandboxOptionSet.CertificateAuthority),
            PageFile = settings.Text(SandboxOptionSet.Page),
        };
        await using var sandbox = await StartAsync(options, cancellationToken);
        var address = sandbox.Address.GetLeftPart(UriPartial.Authority);
        session.Screen.Result(address);
        session.Screen.Notice(
            $"clipyard: the sandbox answers; use it with --tiktok-address {address}; Ctrl-C stops it"
        );
        if (sandbox.InterceptProxy is { } proxy)
        {
            session.Screen.Notice(
                $"clipyard: the proxy is {proxy}, its certificate authority {sandbox.CertificateAuthorityFile}"
            );
        }

        try
        {
            await sandbox.WaitForShutdownAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            session.Screen.Notice("clipyard: the sandbox has stopped");
        }
    }

    private static async Task<SandboxServer> StartAsync(SandboxOptions options, CancellationToken cancellationToken)
    {
        if (options.PageFile is { } page && !File.Exists(page))
        {
            throw new UsageException($"There is no file '{page}'.");
        }

        try
        {
            return await SandboxServer.StartAsync(options, cancellationToken);
        }
        catch (IOException error)
        {
            throw new UsageException(
                $"The sandbox cannot start: {error.Message} Choose another --port; 0 takes a free one."
            );
        }
    }
}
