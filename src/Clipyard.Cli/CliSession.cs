using System.CommandLine;
using Clipyard.Cli.Documents;
using Clipyard.Cli.Options;
using Clipyard.Cli.Progress;
using Clipyard.Failures;
using Microsoft.Extensions.Logging;

namespace Clipyard.Cli;

/// <summary>One run of a command: what was chosen, where it shows, how it ends.</summary>
internal sealed record CliSession(CliHost Host, Settings Settings, IScreen Screen)
{
    public Outcomes Outcomes { get; } = new();

    public bool Json { get; } = Settings.Has(GeneralOptions.Json);

    /// <summary>Runs a command and turns everything that can happen into an exit code.</summary>
    public static async Task<int> RunAsync(
        CliHost host,
        ParseResult parsed,
        Func<CliHost, Settings, IScreen> makeScreen,
        Func<CliSession, Task> work,
        CancellationToken cancellationToken
    )
    {
        CliSession? session = null;
        try
        {
            var settings = Settings.Read(parsed, host);
            var screen = makeScreen(host, settings);
            session = new CliSession(host, settings, screen);

            // Said by the screen, not by the signal: only it knows where its bars stand.
            await using var stopping = cancellationToken.Register(() =>
                screen.Notice("clipyard: stopping; press Ctrl-C again to end at once")
            );
            await session.Screen.RunAsync(() => work(session));
            return session.Outcomes.ExitCode;
        }
        catch (UsageException error)
        {
            return ClipyardProgram.ReportUsage(host, error.Message, parsed.CommandResult.Command);
        }
        catch (OperationCanceledException)
        {
            return ExitCodes.Interrupted;
        }
        catch (Exception error) when (session is not null)
        {
            session.Fail(null, FailureText.Name(error), error);
            return session.Outcomes.ExitCode;
        }
    }

    /// <summary>Makes the library's client as the options say.</summary>
    public ClipyardClient CreateClient() => new(ClientOptions.From(Settings), CreateLoggerFactory(), Host.Time);

    /// <summary>Reports a failed item and remembers it for the exit code.</summary>
    /// <param name="given">The item as the user wrote it; null when there is no item to name.</param>
    /// <param name="error">Why.</param>
    /// <param name="cause">What is shown with <c>-v</c> where we have no better name for it.</param>
    public void Fail(string? given, ClipyardException error, Exception? cause = null)
    {
        Outcomes.Add(error.Failure);
        if (Json)
        {
            Screen.Result(JsonLine.Of(new FailedDocument(given ?? "", Describe.Failure(error))));
            return;
        }

        foreach (var line in FailureText.Lines(given, error))
        {
            Screen.Failure(line);
        }

        if (cause is not null && cause != error && Settings.Has(GeneralOptions.Verbose))
        {
            Screen.Failure(cause.ToString());
        }
    }

    /// <summary>Does the work of one item; what fails is reported and does not stop the others.</summary>
    public async Task AttemptAsync(string given, Func<Task> work, CancellationToken cancellationToken)
    {
        try
        {
            await work();
        }
        catch (Exception error) when (error is not UsageException && !cancellationToken.IsCancellationRequested)
        {
            Fail(given, FailureText.Name(error), error);
        }
    }

    private ScreenLoggerFactory CreateLoggerFactory() =>
        new ScreenLoggerFactory(Screen, Settings.Has(GeneralOptions.Verbose) ? LogLevel.Debug : LogLevel.Warning);
}
