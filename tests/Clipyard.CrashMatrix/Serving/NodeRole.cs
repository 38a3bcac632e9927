using Clipyard.CrashMatrix.Boundaries;
using Clipyard.Server;

namespace Clipyard.CrashMatrix.Serving;

/// <summary>
/// A second node on a server's database: its services without its listener and its background work. On SQLite only a
/// test has two nodes; the rules of the tokens must hold between any.
/// </summary>
internal static class NodeRole
{
    public const string Name = "node";

    /// <summary><c>node DATA URL [SETTING=VALUE]...</c></summary>
    public static async Task<int> RunAsync(string[] args)
    {
        var setup = HostRole.Setup(args, new BoundaryCounter()) with { StartScheduler = false };
        var paths = new ServerPaths(setup.DataFolder);
        await using var application = ServerComposition.Build(setup, paths);
        HostRole.Say("ready", "-");
        await new HostCommands(application.Services, new BoundaryCounter()).ServeAsync(Console.In, HostRole.Say);
        return 0;
    }
}
