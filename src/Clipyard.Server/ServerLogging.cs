using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Clipyard.Server;

/// <summary>Where log lines go unless the caller chooses: one JSON object a line on standard error.</summary>
internal static class ServerLogging
{
    /// <summary>What holds wherever the lines go.</summary>
    public static void AddRules(ILoggingBuilder logging)
    {
        // The host's own request log holds whole addresses, and with them signatures; ours says the same without.
        logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
        // The same for where browsers are sent: the address of a consent page holds the state that proves their return.
        logging.AddFilter("Microsoft.AspNetCore.Http.Result.RedirectResult", LogLevel.None);
    }

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
