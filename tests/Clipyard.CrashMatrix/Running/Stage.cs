using Clipyard.CrashMatrix.Boundaries;

namespace Clipyard.CrashMatrix.Running;

/// <summary>A data folder with a server on it, which can die and be started again, and posts that are asked of it.</summary>
internal sealed class Stage(
    SandboxProcess sandbox,
    string materialOrigin,
    string name,
    params IEnumerable<(string Name, string Value)> settings
) : IAsyncDisposable
{
    private ServerProcess? _server;
    private string? _key;
    private int _last;

    public SandboxProcess Sandbox => sandbox;

    public ServerData Data { get; } = new(sandbox, materialOrigin, settings);

    /// <summary>The running server.</summary>
    public ServerProcess Server => _server ?? throw new InvalidOperationException("No server was started.");

    /// <summary>The end of what the last server logged.</summary>
    public IReadOnlyList<string> Log => _server?.Process.Errors ?? [];

    /// <summary>Starts a server, unless one runs.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (_server is null)
        {
            _server = await ServerProcess.StartAsync(Data, _key, cancellationToken);
            _key = _server.Key;
        }
    }

    /// <summary>Kills the server, if it is not dead, and starts another.</summary>
    public async Task RestartAsync(CancellationToken cancellationToken)
    {
        await StopAsync();
        await StartAsync(cancellationToken);
    }

    /// <summary>Kills the server, if it is not dead.</summary>
    public async Task StopAsync()
    {
        if (_server is { } server)
        {
            await server.DisposeAsync();
            _server = null;
        }
    }

    /// <summary>A post with an account of its own, about to be asked for; from here on the server counts.</summary>
    /// <param name="mode">The way it is to go.</param>
    /// <param name="boundary">Where the server is to die; null: nowhere.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<AskedPost> PrepareAsync(Mode mode, Boundary? boundary, CancellationToken cancellationToken)
    {
        await StartAsync(cancellationToken);
        await DisarmAsync(cancellationToken);
        var creator = $"{name}.{++_last}";
        await sandbox.AddCreatorAsync(creator, cancellationToken);
        var account = await Connecting.ConnectAsync(Server, sandbox, creator, cancellationToken);
        if (mode.Refreshes)
        {
            await Server.Process.AskAsync("expire", cancellationToken);
        }

        await Server.ArmAsync(boundary, cancellationToken);
        return new AskedPost(mode, creator, account);
    }

    /// <summary>Asks for a post; again is the same as once.</summary>
    public Task AskAsync(AskedPost post, CancellationToken cancellationToken) =>
        PostCalls.AskAsync(Server, post, materialOrigin, cancellationToken);

    /// <summary>Waits for a post's end, and compares it with what was made.</summary>
    public async Task<Outcome> EndAsync(
        AskedPost post,
        CancellationToken cancellationToken,
        params IReadOnlyList<string> allowed
    )
    {
        if (post.Id is null)
        {
            await AskAsync(post, cancellationToken);
        }

        var (state, code) = await PostCalls.WaitAsync(Server, post, cancellationToken);
        return Outcome.Of(state, code, await CountAsync(post, cancellationToken), allowed);
    }

    /// <summary>How many were made of a post.</summary>
    public Task<int> CountAsync(AskedPost post, CancellationToken cancellationToken) =>
        sandbox.CountMadeAsync(post.Name, post.Mode.Sha256Of(post.Name), cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Data.Dispose();
    }

    // What the server was to die of for the last post may still come, after that post's end.
    private async Task DisarmAsync(CancellationToken cancellationToken)
    {
        try
        {
            await Server.ArmAsync(boundary: null, cancellationToken);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested && ServerProcess.IsDeath(error))
        {
            await Server.Process.WaitForEndAsync(cancellationToken);
            await RestartAsync(cancellationToken);
        }
    }
}
