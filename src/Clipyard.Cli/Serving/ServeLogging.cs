using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace Clipyard.Cli.Serving;

/// <summary>Log lines for a person who watches: one plain line each, and only what went wrong, unless asked for more.</summary>
internal static class ServeLogging
{
    /// <summary>How a run logs; null for the server's own way, JSON for machines.</summary>
    public static Action<ILoggingBuilder>? For(CliSession session, bool verbose)
    {
        if (!session.Host.ErrorIsTerminal)
        {
            return null;
        }

        return logging =>
        {
            logging.AddSimpleConsole(console => console.SingleLine = true);
            logging.Services.Configure<ConsoleLoggerOptions>(console =>
                console.LogToStandardErrorThreshold = LogLevel.Trace
            );
            if (!verbose)
            {
                logging.AddFilter((_, level) => level >= LogLevel.Warning);
            }
        };
    }
}
