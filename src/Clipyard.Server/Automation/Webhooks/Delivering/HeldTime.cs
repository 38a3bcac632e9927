using Clipyard.Server.Data;
using Clipyard.Server.Publishing;
using Microsoft.EntityFrameworkCore;

namespace Clipyard.Server.Automation.Webhooks.Delivering;

/// <summary>
/// Forgets since when receivers have been failing: while messages were held none could be received, and that time is not
/// theirs. Who still fails is switched off that much later.
/// </summary>
internal sealed class HeldTime : IResumeObserver
{
    public Task ResumingAsync(ClipyardDb db, CancellationToken cancellationToken) =>
        db
            .Webhooks.IgnoreQueryFilters(QueryFilters.OwnerOnly)
            .Where(row => row.FailingSince != null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.FailingSince, (DateTimeOffset?)null), cancellationToken);
}
