using System.Data.Common;
using Clipyard.Server.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Clipyard.Server.Identity;

/// <summary>Writes down once a minute, and at the end, when keys were last used: never on a request's way.</summary>
internal sealed partial class KeyUseWriter(
    KeyUses uses,
    IServiceScopeFactory scopes,
    TimeProvider time,
    ILogger<KeyUseWriter> logger
) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await SaveAsync(cancellationToken);
    }

    /// <summary>Writes what is not written yet, in one transaction.</summary>
    public async Task SaveAsync(CancellationToken cancellationToken)
    {
        var pending = uses.Pending();
        if (pending.Count == 0)
        {
            return;
        }

        try
        {
            await WriteAsync(pending, cancellationToken);
        }
        catch (DbException error)
        {
            // They are still pending, and the next round tries again.
            LogNotSaved(pending.Count, error);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await SaveAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // StopAsync writes the rest.
        }
    }

    private async Task WriteAsync(
        IReadOnlyList<KeyValuePair<Guid, DateTimeOffset>> pending,
        CancellationToken cancellationToken
    )
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ClipyardDb>();
        await using (var transaction = await db.Database.BeginTransactionAsync(cancellationToken))
        {
            foreach (var (id, at) in pending)
            {
                await db
                    .ApiKeys.IgnoreQueryFilters(QueryFilters.OwnerOnly)
                    .Where(key => key.Id == id)
                    .ExecuteUpdateAsync(set => set.SetProperty(key => key.LastUsedAt, at), cancellationToken);
            }

            await transaction.CommitAsync(cancellationToken);
        }

        foreach (var use in pending)
        {
            uses.Saved(use);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The last use of {Count} keys could not be written down")]
    private partial void LogNotSaved(int count, Exception error);
}
