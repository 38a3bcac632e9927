using Clipyard.Failures;

namespace Clipyard.Server.Archive.Provenance.Verifying;

/// <summary>What a verification may be asked for.</summary>
internal static class VerifyRequests
{
    private const int MaxHeads = 10_000;
    private const int HashLength = 64;

    /// <exception cref="ClipyardException"><c>invalid_parameter</c>, naming the head.</exception>
    public static void Check(VerifyRequest request)
    {
        if (request.Heads is not { } heads)
        {
            return;
        }

        if (heads.Count > MaxHeads)
        {
            throw Invalid($"heads has {heads.Count} entries; at most {MaxHeads} are allowed.");
        }

        foreach (var (chain, head) in heads)
        {
            if (head is not { Seq: >= 0, Hash: not null } || !IsHash(head))
            {
                throw Invalid(
                    $"heads['{Api.Problems.Shown.Short(chain)}'] must be "
                        + "{\"seq\": N, \"hash\": \"64 hexadecimal digits\"}, as a report gave it."
                );
            }
        }
    }

    // A chain without records has a head, too: nothing, at 0.
    private static bool IsHash(ChainHead head) =>
        head is { Seq: 0, Hash: "" } || (head.Hash.Length == HashLength && head.Hash.All(char.IsAsciiHexDigitLower));

    private static ClipyardException Invalid(string detail) => new(FailureCatalogue.InvalidParameter, detail);
}
