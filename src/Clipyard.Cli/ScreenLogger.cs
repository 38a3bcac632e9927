using Clipyard.Cli.Progress;
using Microsoft.Extensions.Logging;

namespace Clipyard.Cli;

/// <summary>Writes log lines among the notices.</summary>
internal sealed class ScreenLogger(IScreen screen, string category, LogLevel least) : ILogger
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= least && logLevel < LogLevel.None;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    )
    {
        if (IsEnabled(logLevel))
        {
            var cause = exception is null ? "" : $" ({exception.GetType().Name}: {exception.Message})";
            screen.Notice($"[{category}] {Printable.Line(formatter(state, exception) + cause)}");
        }
    }
}
