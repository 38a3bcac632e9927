using Clipyard.Failures;
using Clipyard.Server.Api;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Clipyard.Server.Data;

/// <summary>Decides anew when somebody else changed a row between reading and saving it.</summary>
internal static class Turns
{
    private const int Most = 6;

    /// <summary>Reads, decides and saves; again when what was saved was not what had been read.</summary>
    /// <param name="db">The scope's context; whatever it tracks is forgotten before every turn.</param>
    /// <param name="what">What it is about, to be named in a refusal.</param>
    /// <param name="turn">Reads, decides, saves.</param>
    /// <exception cref="ClipyardException"><c>conflict</c>: it never stood still; and whatever the turn throws.</exception>
    public static async Task<T> RunAsync<T>(ClipyardDb db, string what, Func<Task<T>> turn)
    {
        var isRefusedOnce = false;
        for (var number = 1; ; number++)
        {
            db.ChangeTracker.Clear();
            try
            {
                return await turn();
            }
            catch (DbUpdateException lost) when (IsLostRace(db, lost))
            {
                // Changed, gone, or its place taken: the next turn sees it.
                if (number >= Most)
                {
                    throw new ClipyardException(
                        FailureCatalogue.Conflict,
                        $"{what} is being changed all the time.",
                        lost
                    )
                    {
                        RetryAfter = TimeSpan.FromSeconds(1),
                        Remedies = ["Send the same request again."],
                    };
                }
            }
            catch (DbUpdateException lost) when (!isRefusedOnce && !lost.Entries.Any(IsOfRequest))
            {
                // What it leads to may be gone, which the next turn sees. Any other reason comes again.
                isRefusedOnce = true;
            }
        }
    }

    private static bool IsLostRace(ClipyardDb db, DbUpdateException lost) =>
        lost is DbUpdateConcurrencyException
        || (db.GetService<IDatabaseProvider>().IsTaken(lost) && !lost.Entries.Any(IsOfRequest));

    // The same request at the same moment: answered as such, not tried again.
    private static bool IsOfRequest(EntityEntry entry) => entry.Entity is IdempotencyRecord;
}
