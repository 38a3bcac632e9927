using System.Diagnostics.Metrics;
using System.Text.Json;
using Clipyard.Server.Data;
using Clipyard.Server.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Clipyard.Server.Observability;

/// <summary>Figures that stand in the database. Read when somebody wants to see them, at most every ten seconds.</summary>
internal sealed class ServerFigures(IServiceScopeFactory scopes, IEnumerable<IFigureSource> sources, TimeProvider time)
    : IDisposable
{
    private static readonly TimeSpan FreshFor = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim _turn = new(1, 1);
    private DateTimeOffset _readAt = DateTimeOffset.MinValue;

    /// <summary>As last read.</summary>
    public FigureSet Now { get; private set; } = new([], StoredFiles: 0, StoredBytes: 0);

    /// <summary>The jobs, for a gauge.</summary>
    public IEnumerable<Measurement<long>> Jobs() =>
        Now.Jobs.Select(jobs => new Measurement<long>(
            jobs.Count,
            new("kind", jobs.Kind),
            new("state", JsonNamingPolicy.SnakeCaseLower.ConvertName(jobs.State.ToString()))
        ));

    /// <summary>Reads them anew when they are no longer fresh.</summary>
    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            if (time.GetUtcNow() - _readAt < FreshFor)
            {
                return;
            }

            await using var scope = scopes.CreateAsyncScope();
            Now = await ReadAsync(scope.ServiceProvider.GetRequiredService<ClipyardDb>(), cancellationToken);
            foreach (var source in sources)
            {
                await source.RefreshAsync(cancellationToken);
            }

            _readAt = time.GetUtcNow();
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    // Of all owners together: sums and counts show nobody's things.
    private static async Task<FigureSet> ReadAsync(ClipyardDb db, CancellationToken cancellationToken)
    {
        var all = db.Jobs.IgnoreQueryFilters(QueryFilters.OwnerOnly);
        var jobs = await all.GroupBy(job => new { job.Kind, job.State })
            .Select(group => new JobCount(group.Key.Kind, group.Key.State, group.LongCount()))
            .ToListAsync(cancellationToken);
        var files = db.ClipFiles.IgnoreQueryFilters(QueryFilters.OwnerOnly);
        return new FigureSet(
            jobs,
            await files.LongCountAsync(cancellationToken),
            await files.SumAsync(file => file.SizeBytes, cancellationToken)
        );
    }
}
