using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Clipyard.Server.Data;

/// <summary>Refuses to write another owner's row: the filter keeps reads apart, this keeps writes apart.</summary>
internal sealed class OwnerGuard : SaveChangesInterceptor
{
    public static readonly OwnerGuard Instance = new();

    private OwnerGuard() { }

    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Check(eventData.Context);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default
    )
    {
        Check(eventData.Context);
        return ValueTask.FromResult(result);
    }

    private static void Check(DbContext? context)
    {
        if (context is not ClipyardDb db)
        {
            return;
        }

        foreach (var entry in db.ChangeTracker.Entries<IOwned>())
        {
            if (entry.State is EntityState.Unchanged or EntityState.Detached)
            {
                continue;
            }

            if (db.Scope.IsSet && entry.Entity.OwnerId != db.Scope.Owner.Id)
            {
                throw new InvalidOperationException(
                    $"A {entry.Metadata.ClrType.Name} of another owner must not be written here."
                );
            }
        }
    }
}
