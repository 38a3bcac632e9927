using Clipyard.Server.Data;
using Clipyard.Server.Events;
using Microsoft.EntityFrameworkCore;

namespace Clipyard.Server.Automation.Webhooks.Telling;

/// <summary>Takes the marks of events away that nobody listens to: many at once, and without reading them.</summary>
internal sealed class UnheardEvents(ClipyardDb db)
{
    private const int AtOnce = 5_000;

    // A post's outcome may have to be told to its callback, whoever else listens.
    private IQueryable<LoggedEvent> Candidates =>
        db.Events.Where(logged => logged.UntoldSince != null && !OfferedEvents.Outcomes.Contains(logged.Type));

    /// <summary>Passes over events of an owner who has no webhook that is on.</summary>
    public async Task PassOverAsync(CancellationToken cancellationToken)
    {
        if (await IsHeardAsync(cancellationToken))
        {
            return;
        }

        // Looked at once more after the events: a webhook that was made meanwhile hears what happened after it.
        var ids = await Candidates
            .OrderBy(logged => logged.UntoldSince) // the order of the index of untold ones
            .Select(logged => logged.Id)
            .Take(AtOnce)
            .ToListAsync(cancellationToken);
        if (ids.Count == 0 || await IsHeardAsync(cancellationToken))
        {
            return;
        }

        await Candidates
            .Where(logged => ids.Contains(logged.Id))
            .ExecuteUpdateAsync(
                set => set.SetProperty(logged => logged.UntoldSince, (DateTimeOffset?)null),
                cancellationToken
            );
    }

    private Task<bool> IsHeardAsync(CancellationToken cancellationToken) =>
        db.Webhooks.AnyAsync(hook => hook.IsEnabled, cancellationToken);
}
