using Clipyard.CrashMatrix.Boundaries;

namespace Clipyard.CrashMatrix.Running;

/// <summary>
/// A data folder on which servers are started and killed, one post after the other: the start that brings one post to its
/// end is the one that dies over the next.
/// </summary>
internal sealed class Chain(SandboxProcess sandbox, string materialOrigin, string name) : IAsyncDisposable
{
    private readonly ServerData _data = new(sandbox, materialOrigin);
    private ServerProcess? _server;
    private string? _key;
    private int _last;

    /// <summary>Runs a post to its end without a kill.</summary>
    /// <returns>How it came out, and what was counted between the question and the end.</returns>
    public async Task<(Outcome Outcome, Dictionary<BoundaryKind, List<string>> Seen, TimeSpan Took)> CountAsync(
        Mode mode,
        CancellationToken cancellationToken
    )
    {
        var post = await PrepareAsync(mode, boundary: null, cancellationToken);
        var began = TimeProvider.System.GetTimestamp();
        await PostCalls.AskAsync(_server!, post, materialOrigin, cancellationToken);
        await PostCalls.WaitAsync(_server!, post, cancellationToken);
        var took = TimeProvider.System.GetElapsedTime(began);
        var seen = await _server!.SeenAsync(cancellationToken);
        return (await EndAsync(post, cancellationToken), seen, took);
    }

    /// <summary>Lets the server die at a boundary, or after a time, over a new post.</summary>
    /// <returns>How the post came out, and whether the server died at all.</returns>
    public async Task<(Outcome Outcome, bool HasDied)> KillAsync(
        Mode mode,
        Boundary? boundary,
        TimeSpan? after,
        CancellationToken cancellationToken
    )
    {
        var post = await PrepareAsync(mode, boundary, cancellationToken);
        using var timer = after is { } delay ? KillLater(_server!.Process, delay) : null;
        var hasDied = false;
        try
        {
            await PostCalls.AskAsync(_server!, post, materialOrigin, cancellationToken);
            await PostCalls.WaitAsync(_server!, post, cancellationToken);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested && ServerProcess.IsDeath(error))
        {
            hasDied = true;
        }

        hasDied |= await RestartIfDeadAsync(hasDied, cancellationToken);
        return (await EndAsync(post, cancellationToken), hasDied);
    }

    /// <summary>The end of what the last server logged.</summary>
    public IReadOnlyList<string> Log => _server?.Process.Errors ?? [];

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        _data.Dispose();
    }

    private async Task<AskedPost> PrepareAsync(Mode mode, Boundary? boundary, CancellationToken cancellationToken)
    {
        if (_server is null)
        {
            await StartAsync(cancellationToken);
        }

        var creator = $"{name}.{++_last}";
        await sandbox.AddCreatorAsync(creator, cancellationToken);
        var account = await Connecting.ConnectAsync(_server!, sandbox, creator, cancellationToken);
        if (mode.Refreshes)
        {
            await _server!.Process.AskAsync("expire", cancellationToken);
        }

        await _server!.ArmAsync(boundary, cancellationToken);
        return new AskedPost(mode, creator, account);
    }

    private async Task<Outcome> EndAsync(AskedPost post, CancellationToken cancellationToken)
    {
        if (post.Id is null)
        {
            await PostCalls.AskAsync(_server!, post, materialOrigin, cancellationToken);
        }

        var (state, code) = await PostCalls.WaitAsync(_server!, post, cancellationToken);
        var made = await sandbox.CountMadeAsync(post.Name, post.Mode.Sha256Of(post.Name), cancellationToken);
        return Outcome.Of(state, code, made, post.Mode.Refreshes ? ["reconnect_needed"] : []);
    }

    private async Task StartAsync(CancellationToken cancellationToken)
    {
        _server = await ServerProcess.StartAsync(_data, _key, cancellationToken);
        _key = _server.Key;
    }

    private async Task<bool> RestartIfDeadAsync(bool isExpected, CancellationToken cancellationToken)
    {
        if (isExpected)
        {
            await _server!.Process.WaitForEndAsync(cancellationToken);
        }
        else if (!_server!.Process.HasEnded)
        {
            return false;
        }

        await _server.DisposeAsync();
        await StartAsync(cancellationToken);
        return true;
    }

    private static Timer KillLater(ChildProcess process, TimeSpan delay) =>
        new(
            _ =>
            {
                if (!process.HasEnded)
                {
                    process.Signal(Signals.Kill);
                }
            },
            state: null,
            delay,
            Timeout.InfiniteTimeSpan
        );
}
