using Clipyard.Failures;

namespace Clipyard.Cli.Doctor;

/// <summary>What one check found.</summary>
/// <param name="Check">Its name.</param>
/// <param name="Result">How it ended.</param>
/// <param name="Detail">What was seen.</param>
/// <param name="Remedy">What to do; null when nothing is to be done.</param>
/// <param name="Failure">Decides the exit code; null unless it failed.</param>
internal sealed record Finding(
    string Check,
    CheckResult Result,
    string Detail,
    string? Remedy = null,
    Failure? Failure = null
)
{
    public static Finding Ok(string check, string detail) => new(check, CheckResult.Ok, detail);

    public static Finding Note(string check, string detail, string remedy) =>
        new(check, CheckResult.Note, detail, remedy);

    /// <summary>A failed check; the remedy is the failure's own unless a better one is known here.</summary>
    public static Finding Failed(string check, string detail, Failure failure, string? remedy = null) =>
        new(check, CheckResult.Failed, detail, remedy ?? failure.Remedy, failure);
}
