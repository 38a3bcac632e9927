using Clipyard.Server.Data;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Clipyard.Server;

/// <summary>How a server is started.</summary>
public sealed record ServerSetup
{
    /// <summary>The database it stands on.</summary>
    public required IDatabaseProvider Database { get; init; }

    /// <summary>Where everything is kept: database, keys, media. Made when missing, locked while the server runs.</summary>
    public required string DataFolder { get; init; }

    /// <summary>Where to listen; port 0 takes a free one.</summary>
    public IReadOnlyList<string> Urls { get; init; } = ["http://127.0.0.1:8000"];

    /// <summary>Settings above those of the environment and of <c>appsettings.json</c>: <c>Storage:Public</c> = <c>true</c>.</summary>
    public IReadOnlyDictionary<string, string?> Settings { get; init; } =
        new Dictionary<string, string?>(StringComparer.Ordinal);

    /// <summary>Whether <c>appsettings.json</c> in the present folder and the environment count. Tests say no.</summary>
    public bool ReadEnvironment { get; init; } = true;

    /// <summary>The clock.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>
    /// Whether the clock is that of the sandbox, when <c>TikTokAddress</c> names one: moved there, it moves here.
    /// </summary>
    public bool FollowSandboxClock { get; init; }

    /// <summary>Whether background work runs by itself. Tests that step through it by hand say no.</summary>
    public bool StartScheduler { get; init; } = true;

    /// <summary>Where log lines go; null: to the console, as JSON.</summary>
    public Action<ILoggingBuilder>? Logging { get; init; }

    /// <summary>Services above those of the features: handlers and clocks that a test brings along.</summary>
    internal Action<IServiceCollection>? ConfigureServices { get; init; }
}
