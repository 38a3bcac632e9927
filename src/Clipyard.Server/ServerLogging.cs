using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Clipyard.Server;

/// <summary>Where log lines go unless the caller chooses: one JSON object a line on standard error.</summary>
internal static class ServerLogging
{
    public static void Add(ILoggingBuilder logging)
    {
        logging.AddJsonConsole(console =>
        {
            console.UseUtcTimestamp = true;
            console.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ";
            console.IncludeScopes = true;
        });
        logging.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(options =>
            options.LogToStandardErrorThreshold = LogLevel.Trace
        );
    }
}
