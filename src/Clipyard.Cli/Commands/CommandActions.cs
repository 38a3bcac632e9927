using System.CommandLine;
using Clipyard.Cli.Options;
using Clipyard.Cli.Progress;

namespace Clipyard.Cli.Commands;

/// <summary>What every command does around its work: one session from the command line to the exit code.</summary>
internal static class CommandActions
{
    /// <summary>Lets a command do its work, with lines for its screen.</summary>
    public static void Runs(
        this Command command,
        CliHost host,
        Func<CliSession, ParseResult, CancellationToken, Task> work
    ) => command.Runs(host, (host, _) => Screens.Plain(host), work);

    /// <summary>Lets a command do its work.</summary>
    public static void Runs(
        this Command command,
        CliHost host,
        Func<CliHost, Settings, IScreen> makeScreen,
        Func<CliSession, ParseResult, CancellationToken, Task> work
    ) =>
        command.SetAction(
            (parsed, cancellationToken) =>
                CliSession.RunAsync(
                    host,
                    parsed,
                    makeScreen,
                    session => work(session, parsed, cancellationToken),
                    cancellationToken
                )
        );
}
