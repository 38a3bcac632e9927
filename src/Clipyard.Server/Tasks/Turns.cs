using Clipyard.Failures;
using Clipyard.Server.Api;
using Clipyard.Server.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Clipyard.Server.Tasks;

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
        for (var number = 1; ; number++)
        {
            db.ChangeTracker.Clear();
            try
            {
                return await turn();
            }
            catch (DbUpdateConcurrencyException) when (number < Most)
            {
                // Changed or gone: the next turn sees it.
            }
            catch (DbUpdateException lost) when (number == 1 && !lost.Entries.Any(IsOfRequest))
            {
                // What it leads to may be gone, which the next turn sees. Any other reason comes again.
            }
            catch (DbUpdateConcurrencyException lost)
            {
                throw new ClipyardException(FailureCatalogue.Conflict, $"{what} is being changed all the time.", lost)
                {
                    RetryAfter = TimeSpan.FromSeconds(1),
                    Remedies = ["Send the same request again."],
                };
            }
        }
    }

    // The same request at the same moment: answered as such, not tried again.
    private static bool IsOfRequest(EntityEntry entry) => entry.Entity is IdempotencyRecord;

    /// <summary>Refuses a change of what is not as the caller saw it.</summary>
    /// <exception cref="ClipyardException"><c>conflict</c>.</exception>
    public static void ThrowIfOther(string kind, Guid id, int revision, int? looked)
    {
        if (looked is { } seen && seen != revision)
        {
            throw new ClipyardException(
                FailureCatalogue.Conflict,
                $"The {kind} {id} is at revision {revision} by now, not {seen}."
            );
        }
    }
}
