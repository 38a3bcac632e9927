using System.Globalization;
using Clipyard.Failures;

namespace Clipyard.Cli.Doctor;

/// <summary>Whether this machine's clock is right: signed addresses lapse by the clock of whoever made them.</summary>
internal static class ClockCheck
{
    private const string Check = "clock";

    /// <summary>The header tells whole seconds and travelled; beyond this, expiry is judged wrongly.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(60);

    /// <param name="ahead">How far our clock is ahead of the other's; null when it did not answer.</param>
    /// <param name="whose">Whose clock ours is compared with.</param>
    public static Finding Judge(TimeSpan? ahead, string whose = "TikTok's")
    {
        if (ahead is not { } difference)
        {
            return Finding.Note(Check, "cannot be compared: no answer from the network", "Repair the network first.");
        }

        var detail = string.Create(
            CultureInfo.InvariantCulture,
            $"{Math.Abs(difference.TotalSeconds):0} s {(difference < TimeSpan.Zero ? "behind" : "ahead of")} {whose}"
        );
        return difference.Duration() <= Tolerance
            ? Finding.Ok(Check, detail)
            : Finding.Failed(Check, detail, FailureCatalogue.ClockSkew, "Set this machine's clock by NTP.");
    }
}
