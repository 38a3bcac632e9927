using Clipyard.Sandbox.Worlds;

namespace Clipyard.Cli.Tests.Running;

/// <summary>One server with a connected account and two kept clips, whose publishing is paused.</summary>
public sealed class PublishingHostFixture : IAsyncLifetime
{
    private ServerHost? _host;

    public ServerHost Host => _host ?? throw new InvalidOperationException("Not started yet.");

    /// <summary>The ids of the clips.</summary>
    public IReadOnlyList<string> Clips { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        _host = await ServerHost.StartAsync(CancellationToken.None);
        await Host.ConnectAsync(DemoWorld.SunnyGarden, CancellationToken.None);
        await Host.PutAsync("/tiktok/student/s-1/username", new { username = DemoWorld.HarborLights });
        var kept = await Host.PostAsync("/tiktok/student/s-1/download?max_videos=2");
        Clips = [kept["videos.0.video_id"].GetString()!, kept["videos.1.video_id"].GetString()!];
        await Host.PostAsync("/api/publishing/pause");
    }

    public async ValueTask DisposeAsync()
    {
        if (_host is not null)
        {
            await _host.DisposeAsync();
        }
    }
}
