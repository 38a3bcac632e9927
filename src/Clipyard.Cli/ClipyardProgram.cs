using System.CommandLine;
using System.CommandLine.Invocation;
using Clipyard.Cli.Commands;
using Clipyard.Cli.Options;

namespace Clipyard.Cli;

/// <summary>The program, apart from the process around it.</summary>
internal static class ClipyardProgram
{
    /// <summary>Runs one command line to its exit code.</summary>
    public static async Task<int> RunAsync(string[] args, CliHost host, CancellationToken cancellationToken)
    {
        var root = CommandTree.Create(host, args);
        var parsed = root.Parse(args, LayerParser.Configuration);
        if (args.Length == 0)
        {
            HelpPage.WriteRoot(root, host.Error);
            return ExitCodes.Usage;
        }

        if (parsed.Action is ParseErrorAction)
        {
            var message =
                parsed.CommandResult.Command is RootCommand
                    ? $"There is no command '{args[0]}'."
                    : parsed.Errors[0].Message;
            return ReportUsage(host, message, parsed.CommandResult.Command);
        }

        var configuration = new InvocationConfiguration
        {
            Output = host.Out,
            Error = host.Error,
            EnableDefaultExceptionHandler = false,
            // Ctrl-C is ours: the work is asked to stop and gets the time it needs.
            ProcessTerminationTimeout = null,
        };
        return await parsed.InvokeAsync(configuration, cancellationToken);
    }

    /// <summary>Says what is wrong with the command line.</summary>
    public static int ReportUsage(CliHost host, string message, Command command)
    {
        var name = HelpPage.FullName(command);
        host.Error.WriteLine($"clipyard: {message}");
        host.Error.WriteLine($"  remedy: see `{name} --help`");
        return ExitCodes.Usage;
    }
}
