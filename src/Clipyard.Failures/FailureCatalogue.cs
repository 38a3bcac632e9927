using System.Collections.Frozen;

namespace Clipyard.Failures;

/// <summary>Every failure that Clipyard can name. <c>docs/failures.md</c> is written from it.</summary>
public static partial class FailureCatalogue
{
    /// <summary>All failures by area: reading TikTok, keeping, publishing, answering.</summary>
    public static IReadOnlyList<Failure> All => Index.All;

    /// <summary>Finds a failure by its code.</summary>
    /// <returns>The failure; null when there is none of that code.</returns>
    public static Failure? Find(string code) => Index.ByCode.GetValueOrDefault(code);

    // A class of its own, so that it is filled after the members in all files of the catalogue are.
    private static class Index
    {
        public static readonly IReadOnlyList<Failure> All = [.. Reading, .. Keeping, .. Publishing, .. Answering];

        public static readonly FrozenDictionary<string, Failure> ByCode = All.ToFrozenDictionary(
            failure => failure.Code,
            StringComparer.Ordinal
        );
    }
}
