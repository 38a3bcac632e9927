using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Clipyard.Server.Tests.Api;

/// <summary>Keeps every line that a server logs, values and exceptions included.</summary>
internal sealed class ProbeLog : ILoggerProvider
{
    private readonly ConcurrentQueue<string> _lines = new();

    public string Text => string.Join('\n', _lines);

    public ILogger CreateLogger(string categoryName) => new Probe(categoryName, _lines);

    public void Dispose() { }

    private sealed class Probe(string category, ConcurrentQueue<string> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            lines.Enqueue($"scope {state}");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => lines.Enqueue($"{logLevel} {category} {formatter(state, exception)} {exception}");
    }
}
