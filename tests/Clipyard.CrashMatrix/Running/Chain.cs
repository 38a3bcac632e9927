using Clipyard.CrashMatrix.Boundaries;

namespace Clipyard.CrashMatrix.Running;

/// <summary>
/// Posts on one data folder, one after the other: the server that brings one post to its end is the one that dies over
/// the next.
/// </summary>
internal sealed class Chain(SandboxProcess sandbox, string materialOrigin, string name) : IAsyncDisposable
{
    private readonly Stage _stage = new(sandbox, materialOrigin, name);

    /// <summary>The end of what the last server logged.</summary>
    public IReadOnlyList<string> Log => _stage.Log;

    /// <summary>Runs a post to its end without a kill.</summary>
    /// <returns>How it came out, and what was counted between the question and the end.</returns>
    public async Task<(Outcome Outcome, Dictionary<BoundaryKind, List<string>> Seen, TimeSpan Took)> CountAsync(
        Mode mode,
        CancellationToken cancellationToken
    )
    {
        var post = await _stage.PrepareAsync(mode, boundary: null, cancellationToken);
        var began = TimeProvider.System.GetTimestamp();
        var outcome = await _stage.EndAsync(post, cancellationToken);
        var took = TimeProvider.System.GetElapsedTime(began);
        return (outcome, await _stage.Server.SeenAsync(cancellationToken), took);
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
        var post = await _stage.PrepareAsync(mode, boundary, cancellationToken);
        var process = _stage.Server.Process;
        using var timer = after is { } delay ? KillLater(process, delay) : null;
        try
        {
            await _stage.EndAsync(post, cancellationToken);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested && ServerProcess.IsDeath(error))
        {
            await process.WaitForEndAsync(cancellationToken);
        }

        var hasDied = process.HasEnded;
        if (hasDied)
        {
            await _stage.RestartAsync(cancellationToken);
        }

        var allowed = mode.Refreshes ? new[] { "reconnect_needed" } : [];
        try
        {
            return (await _stage.EndAsync(post, cancellationToken, allowed), hasDied);
        }
        catch (Exception error)
            when (!hasDied && !cancellationToken.IsCancellationRequested && ServerProcess.IsDeath(error))
        {
            // It dies of the post's last commit, and the end was heard of before the signal arrived.
            await process.WaitForEndAsync(cancellationToken);
            await _stage.RestartAsync(cancellationToken);
            return (await _stage.EndAsync(post, cancellationToken, allowed), true);
        }
    }

    public ValueTask DisposeAsync() => _stage.DisposeAsync();

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
