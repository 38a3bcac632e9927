using Clipyard.Server.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Clipyard.Server.Publishing.Pausing;

/// <summary>
/// Whether posts go out. After a restore, a clone or a move to another machine neither they nor messages to webhooks do,
/// until somebody has looked: what went out meanwhile is not known here.
/// </summary>
internal sealed partial class PublishingPause(
    IServiceScopeFactory scopes,
    ServerPaths paths,
    SentMark mark,
    TimeProvider time,
    ILogger<PublishingPause> logger
) : IPublishingPause
{
    public async Task<bool> IsPausedAsync(CancellationToken cancellationToken) =>
        await ReasonAsync(cancellationToken) is not null;

    /// <summary>Why it is paused; null when it is not.</summary>
    public async Task<string?> ReasonAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await Rows(scope).Select(row => row.PauseReason).SingleOrDefaultAsync(cancellationToken);
    }

    public async Task<bool> HoldsMessagesAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await Rows(scope).Select(row => row.HoldsMessages).SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>Compares database, data folder and machine, at every start before anything goes out.</summary>
    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ClipyardDb>();
        var row = await db.Installations.SingleOrDefaultAsync(cancellationToken);
        var file = Path.Combine(paths.Root, "installation");
        if (row is null)
        {
            row = new Installation { InstallationId = Guid.NewGuid(), Machine = MachineId.Read() };
            db.Installations.Add(row);
        }

        row.HighestAttempt = Math.Max(row.HighestAttempt, await HighestAsync(db, cancellationToken));
        if (db.Entry(row).State != EntityState.Added && await FindDoubtAsync(row, file, cancellationToken) is { } doubt)
        {
            // What somebody paused before stays paused, and the doubt is said besides.
            row.PausedAt ??= time.GetUtcNow();
            row.PauseReason = row.PauseReason is null ? doubt : $"{doubt} Before that: {row.PauseReason}";
            row.HoldsMessages = true;
            // Said once: when somebody has looked and resumed, the next start does not say it again.
            row.HighestAttempt = Math.Max(row.HighestAttempt, mark.Read());
        }

        if (row.PauseReason is { } reason)
        {
            LogPaused(reason);
        }

        row.Machine = MachineId.Read();
        await db.SaveChangesAsync(cancellationToken);
        await WriteAsync(file, row.InstallationId, cancellationToken);
    }

    /// <summary>Stops what has not begun.</summary>
    /// <param name="reason">Why, in a sentence.</param>
    /// <param name="holdsMessages">Whether webhooks and callbacks wait, too. Those that wait already go on waiting.</param>
    /// <param name="cancellationToken">Stops the request.</param>
    public async Task PauseAsync(string reason, bool holdsMessages, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        DateTimeOffset? now = time.GetUtcNow();
        await Rows(scope)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(row => row.PausedAt, now)
                        .SetProperty(row => row.PauseReason, reason)
                        .SetProperty(row => row.HoldsMessages, row => row.HoldsMessages || holdsMessages),
                cancellationToken
            );
    }

    /// <summary>Lets posts and messages go out again.</summary>
    public async Task ResumeAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ClipyardDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await Rows(scope).AnyAsync(row => row.HoldsMessages, cancellationToken))
        {
            foreach (var observer in scope.ServiceProvider.GetServices<IResumeObserver>())
            {
                await observer.ResumingAsync(db, cancellationToken);
            }
        }

        await Rows(scope)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(row => row.PausedAt, (DateTimeOffset?)null)
                        .SetProperty(row => row.PauseReason, (string?)null)
                        .SetProperty(row => row.HoldsMessages, false),
                cancellationToken
            );
        await transaction.CommitAsync(cancellationToken);
    }

    // Not cut short and filled again: a start that dies in between would leave a file that belongs to nobody.
    private static async Task WriteAsync(string file, Guid installation, CancellationToken cancellationToken)
    {
        var made = file + ".new";
        await File.WriteAllTextAsync(made, installation.ToString(), cancellationToken);
        File.Move(made, file, overwrite: true);
    }

    private static async Task<long> HighestAsync(ClipyardDb db, CancellationToken cancellationToken) =>
        await db
            .PostAttempts.IgnoreQueryFilters(QueryFilters.OwnerOnly)
            .MaxAsync(attempt => (long?)attempt.Id, cancellationToken)
        ?? 0;

    private async Task<string?> FindDoubtAsync(Installation row, string file, CancellationToken cancellationToken)
    {
        if (
            File.Exists(file)
            && (await File.ReadAllTextAsync(file, cancellationToken)).Trim() != row.InstallationId.ToString()
        )
        {
            return "The database in the data folder belongs to another installation.";
        }

        if (row.HighestAttempt < mark.Read())
        {
            return "The database is older than what was sent to TikTok: it was put back from a backup.";
        }

        return row.Machine is { } then && MachineId.Read() is { } now && then != now
            ? "The data folder came from another machine, which may still be posting."
            : null;
    }

    private static DbSet<Installation> Rows(AsyncServiceScope scope) =>
        scope.ServiceProvider.GetRequiredService<ClipyardDb>().Installations;

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "Publishing is paused: {Reason} Look at the posts, then: clipyard resume"
    )]
    private partial void LogPaused(string reason);
}
