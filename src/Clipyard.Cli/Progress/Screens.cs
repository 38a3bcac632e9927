using Clipyard.Cli.Options;
using Spectre.Console;

namespace Clipyard.Cli.Progress;

/// <summary>Chooses how a run shows itself.</summary>
internal static class Screens
{
    /// <summary>Lines only: for commands that transfer nothing.</summary>
    public static IScreen Plain(CliHost host, bool quiet = false) => new PlainScreen(host, showProgress: false, quiet);

    /// <summary>Bars where a person watches, lines elsewhere.</summary>
    public static IScreen ForDownloads(CliHost host, Settings settings)
    {
        var quiet = settings.Has(DownloadOptionSet.Quiet);
        var showProgress = !quiet && !settings.Has(DownloadOptionSet.NoProgress);
        return showProgress && host.ErrorIsTerminal ? ForTerminal(host) : new PlainScreen(host, showProgress, quiet);
    }

    // A method of its own, so that Spectre is not loaded where nobody sees it.
    private static IScreen ForTerminal(CliHost host)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(host.Error) });
        return console.Profile.Capabilities is { Ansi: true, Interactive: true }
            ? new LiveScreen(host, console)
            : new PlainScreen(host, showProgress: true, quiet: false);
    }
}
