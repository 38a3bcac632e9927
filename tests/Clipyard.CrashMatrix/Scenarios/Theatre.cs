using Clipyard.CrashMatrix.Material;
using Clipyard.CrashMatrix.Running;

namespace Clipyard.CrashMatrix.Scenarios;

/// <summary>A sandbox, a relay before it and a data folder, for one scenario.</summary>
internal sealed class Theatre : IAsyncDisposable
{
    private Theatre(string name, Report report, SandboxProcess sandbox, TikTokRelay relay, Stage stage)
    {
        Name = name;
        Report = report;
        Sandbox = sandbox;
        Relay = relay;
        Stage = stage;
        relay.ServerUrl = stage.Data.Url;
    }

    public string Name { get; }

    public Report Report { get; }

    public SandboxProcess Sandbox { get; }

    public TikTokRelay Relay { get; }

    public Stage Stage { get; }

    public static async Task<Theatre> StartAsync(
        string name,
        Report report,
        MaterialServer material,
        CancellationToken cancellationToken
    )
    {
        var sandbox = await SandboxProcess.StartAsync(cancellationToken);
        var relay = await TikTokRelay.StartAsync(sandbox.Address, cancellationToken);
        var stage = new Stage(sandbox, material.Origin, "s", ("TikTokAddress", relay.Address));
        return new Theatre(name, report, sandbox, relay, stage);
    }

    /// <summary>The mode of a name.</summary>
    public static Mode ModeOf(string name) => Mode.All.Single(mode => mode.Name == name);

    /// <summary>Lets something go wrong in the sandbox, once.</summary>
    public Task<System.Text.Json.JsonElement> AddFaultAsync(
        string kind,
        string endpoint,
        CancellationToken cancellationToken
    ) =>
        Sandbox.SendAsync(
            HttpMethod.Post,
            "faults",
            new
            {
                kind,
                endpoint,
                times = 1,
            },
            cancellationToken
        );

    /// <summary>Runs a post to its end, and counts it.</summary>
    public async Task RunPostAsync(
        string what,
        Mode mode,
        CancellationToken cancellationToken,
        params IReadOnlyList<string> allowed
    )
    {
        var post = await Stage.PrepareAsync(mode, boundary: null, cancellationToken);
        await EndPostAsync(what, post, cancellationToken, allowed);
    }

    /// <summary>Waits for a post's end, and counts it.</summary>
    public async Task EndPostAsync(
        string what,
        AskedPost post,
        CancellationToken cancellationToken,
        params IReadOnlyList<string> allowed
    ) => Report.Add($"{Name}, {what}", await Stage.EndAsync(post, cancellationToken, allowed), kills: 0, Stage.Log);

    public async ValueTask DisposeAsync()
    {
        await Stage.DisposeAsync();
        await Relay.DisposeAsync();
        await Sandbox.DisposeAsync();
    }
}
