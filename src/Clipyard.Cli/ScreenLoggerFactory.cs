using Clipyard.Cli.Progress;
using Microsoft.Extensions.Logging;

namespace Clipyard.Cli;

/// <summary>Shows what the library logs: warnings always, everything with <c>-v</c>.</summary>
internal sealed class ScreenLoggerFactory(IScreen screen, LogLevel least) : ILoggerFactory
{
    public ILogger CreateLogger(string categoryName) =>
        new ScreenLogger(screen, categoryName[(categoryName.LastIndexOf('.') + 1)..], least);

    /// <summary>There is one place to log to.</summary>
    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

    public void Dispose() { }
}
