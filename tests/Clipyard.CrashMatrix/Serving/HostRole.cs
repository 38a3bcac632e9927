using System.Text.Json;
using Clipyard.CrashMatrix.Boundaries;
using Clipyard.Failures;
using Clipyard.Server;
using Clipyard.Server.Data;
using Clipyard.Server.Sqlite;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Clipyard.CrashMatrix.Serving;

/// <summary>
/// A server process that can be told to die. It answers commands on standard input with a line each on standard output,
/// and ends when standard input does.
/// </summary>
internal static class HostRole
{
    public const string Name = "host";

    /// <summary><c>host DATA URL [SETTING=VALUE]...</c></summary>
    public static async Task<int> RunAsync(string[] args)
    {
        var counter = new BoundaryCounter();
        new CallCounter(counter).Watch();
        try
        {
            await using var server = await ClipyardServer.StartAsync(Setup(args, counter));
            Say("ready", $"{server.Address} {server.FirstAdministrator?.ApiKey ?? "-"}");
            await new HostCommands(server.Services, counter).ServeAsync(Console.In, Say);
        }
        catch (ClipyardException error)
        {
            Say("refused", $"{error.Code} {error.Message}");
            return 1;
        }

        return 0;
    }

    internal static ServerSetup Setup(string[] args, BoundaryCounter counter) =>
        new()
        {
            Database = new SqliteProvider(),
            DataFolder = args[0],
            Urls = [args[1]],
            ReadEnvironment = false,
            FollowSandboxClock = true,
            Settings = args[2..]
                .Select(setting => setting.Split('=', 2))
                .ToDictionary(pair => pair[0], pair => (string?)pair[1], StringComparer.OrdinalIgnoreCase),
            Logging = Log,
            ConfigureServices = services =>
            {
                services.ConfigureDbContext<ClipyardDb>(options => options.AddInterceptors(new CommitCounter(counter)));
                services.AddSingleton<IStartupFilter>(new PullCounter(counter));
            },
        };

    private static void Log(ILoggingBuilder logging)
    {
        logging.SetMinimumLevel(LogLevel.Debug);
        logging.AddFilter("Microsoft", LogLevel.Warning);
        logging.AddFilter("Quartz", LogLevel.Warning);
        logging.AddSimpleConsole(console => console.SingleLine = true);
        logging.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(console =>
            console.LogToStandardErrorThreshold = LogLevel.Trace
        );
    }

    internal static void Say(string word, object? rest)
    {
        var text = rest as string ?? JsonSerializer.Serialize(rest);
        Console.Out.WriteLine($"{word} {text}");
        Console.Out.Flush();
    }
}
