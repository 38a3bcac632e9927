using System.Globalization;
using Clipyard.Failures;
using Microsoft.Extensions.Options;

namespace Clipyard.Server.Storage;

/// <summary>Decides whether an address opens its object, and for how long the answer may be kept.</summary>
internal sealed class MediaGate(MediaSignature signature, IOptions<StorageOptions> options, TimeProvider time)
{
    private static readonly TimeSpan LongestCache = TimeSpan.FromHours(1);

    /// <returns>The value of <c>Cache-Control</c>; what is kept never outlives the address.</returns>
    /// <exception cref="ClipyardException"><c>forbidden</c>: no proof, a forged one, or one that has lapsed.</exception>
    public string Open(string key, string? expires, string? proof)
    {
        if (options.Value.Public)
        {
            return $"public, max-age={(long)LongestCache.TotalSeconds}";
        }

        if (
            !long.TryParse(expires, NumberStyles.None, CultureInfo.InvariantCulture, out var until)
            || proof is null
            || !signature.IsGenuine(key, until, proof)
        )
        {
            throw Refused("The address is not complete, or was changed.");
        }

        var left = until - time.GetUtcNow().ToUnixTimeSeconds();
        return left > 0
            ? $"private, max-age={Math.Min(left - 1, (long)LongestCache.TotalSeconds)}"
            : throw Refused("The address has expired.");
    }

    private static ClipyardException Refused(string detail) =>
        new(FailureCatalogue.Forbidden, detail)
        {
            Remedies = ["Ask for the video again: every answer with a local_path makes a new address."],
        };
}
