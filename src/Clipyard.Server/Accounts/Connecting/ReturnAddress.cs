using Clipyard.Failures;
using Clipyard.Server.Api;
using Clipyard.Server.Api.Hosting;
using Clipyard.Server.Api.Problems;
using Microsoft.AspNetCore.WebUtilities;

namespace Clipyard.Server.Accounts.Connecting;

/// <summary>Where a browser goes after connecting: never where somebody else's link says.</summary>
internal sealed class ReturnAddress(ExposureOptions exposure, IPublicAddress address)
{
    private const int Longest = 1_000;

    /// <summary>Judges what a caller asked for.</summary>
    /// <returns>A path of ours, or an address of a registered origin.</returns>
    /// <exception cref="ClipyardException"><c>invalid_parameter</c>.</exception>
    public string Check(string? wish)
    {
        if (string.IsNullOrEmpty(wish))
        {
            return "/";
        }

        return wish.Length <= Longest && (IsPath(wish) || IsRegistered(wish))
            ? wish
            : throw new ClipyardException(
                FailureCatalogue.InvalidParameter,
                $"The parameter 'return_to' must be a path of this server or begin with a registered origin, not '{Shown.Short(wish)}'."
            )
            {
                Remedies = ["Send a path such as /accounts; an administrator registers origins as Cors:Origins."],
            };
    }

    /// <summary>The address with what became of it.</summary>
    public string With(string returnTo, params IEnumerable<KeyValuePair<string, string?>> outcome)
    {
        var absolute = IsPath(returnTo) ? address.Absolute(returnTo) : returnTo;
        return QueryHelpers.AddQueryString(absolute, outcome);
    }

    // Browsers read both // and /\ as the beginning of another host.
    private static bool IsPath(string text) =>
        text[0] == '/'
        && text is not ['/', '/' or '\\', ..]
        && text.All(character => character is > ' ' and <= '~' and not '\\');

    private bool IsRegistered(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && uri.UserInfo.Length == 0
        && exposure.CorsOrigins.Contains(uri.GetLeftPart(UriPartial.Authority), StringComparer.OrdinalIgnoreCase);
}
