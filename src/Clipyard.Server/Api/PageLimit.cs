using System.Globalization;
using Clipyard.Failures;
using Clipyard.Server.Api.Problems;

namespace Clipyard.Server.Api;

/// <summary>How many rows of a list a caller wants at once: the parameter <c>limit</c>.</summary>
internal static class PageLimit
{
    /// <summary>Most rows of one page, and what lists give out without a wish.</summary>
    public const int Maximum = 1_000;

    /// <summary>Reads it.</summary>
    /// <param name="limit">As it came; null without a wish.</param>
    /// <param name="withoutWish">What the list gives out then.</param>
    /// <exception cref="ClipyardException"><c>invalid_parameter</c>: no whole number from 1 to <see cref="Maximum"/>.</exception>
    public static int Read(string? limit, int withoutWish = Maximum)
    {
        if (limit is null)
        {
            return withoutWish;
        }

        return
            int.TryParse(limit, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            && count is >= 1 and <= Maximum
            ? count
            : throw new ClipyardException(
                FailureCatalogue.InvalidParameter,
                $"The parameter 'limit' must be a whole number from 1 to {Maximum}, not '{Shown.Short(limit)}'."
            )
            {
                Parameter = "limit",
            };
    }
}
