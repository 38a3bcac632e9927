using Clipyard.Failures;

namespace Clipyard.Server.Tasks;

/// <summary>Which state of an instance or a task a caller has seen.</summary>
internal static class SeenRevision
{
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
