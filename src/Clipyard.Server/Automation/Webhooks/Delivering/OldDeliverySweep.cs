using Clipyard.Server.Data;
using Clipyard.Server.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Clipyard.Server.Automation.Webhooks.Delivering;

/// <summary>Forgets what became of messages after a month.</summary>
internal sealed class OldDeliverySweep(ClipyardDb db, IOptions<WebhookOptions> options, TimeProvider time) : ISweep
{
    private const int AtOnce = 1_000;

    public TimeSpan Every => TimeSpan.FromHours(1);

    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        var oldest = time.GetUtcNow() - options.Value.KeepDeliveries;
        var all = db.WebhookDeliveries.IgnoreQueryFilters(QueryFilters.OwnerOnly);

        // In parts, so that no writer waits long.
        int deleted;
        do
        {
            var ids = await all.Where(row => row.CreatedAt <= oldest && row.State != DeliveryState.Pending)
                .OrderBy(row => row.CreatedAt)
                .Select(row => row.Id)
                .Take(AtOnce)
                .ToListAsync(cancellationToken);
            deleted = await all.Where(row => ids.Contains(row.Id)).ExecuteDeleteAsync(cancellationToken);
        } while (deleted == AtOnce);
    }
}
