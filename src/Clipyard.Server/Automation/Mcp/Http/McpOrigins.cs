using System.Collections.Frozen;
using Clipyard.Failures;
using Clipyard.Server.Api;
using Clipyard.Server.Api.Hosting;
using Clipyard.Server.Api.Problems;
using Microsoft.AspNetCore.Http;

namespace Clipyard.Server.Automation.Mcp.Http;

/// <summary>Which pages may speak the protocol: our own and those of <c>Cors:Origins</c>.</summary>
/// <remarks>
/// The protocol demands it: a page whose name was pointed at this machine must not reach a server here. Programs send no
/// <c>Origin</c>.
/// </remarks>
internal sealed class McpOrigins(IPublicAddress address, ExposureOptions exposure)
{
    private readonly FrozenSet<string> _others = exposure.CorsOrigins.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <exception cref="ClipyardException"><c>forbidden</c>.</exception>
    public void ThrowIfForeign(HttpRequest request)
    {
        var origin = request.Headers.Origin.ToString();
        if (origin.Length == 0 || origin.Equals(Own, StringComparison.OrdinalIgnoreCase) || _others.Contains(origin))
        {
            return;
        }

        throw new ClipyardException(FailureCatalogue.Forbidden, $"A page of {Shown.Short(origin)} may not call this.")
        {
            Remedies = ["Call from a program, or let an administrator add the page's origin to Cors:Origins."],
        };
    }

    private string Own => address.Base.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped);
}
