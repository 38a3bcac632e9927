using System.Collections.Frozen;
using Clipyard.Failures;
using Clipyard.Server.Api.Problems;
using Microsoft.AspNetCore.Http;

namespace Clipyard.Server.Api.Hosting;

/// <summary>
/// Answers only to the server's own names. A page on another site whose name was pointed at this machine would
/// otherwise speak to it as if it were its own.
/// </summary>
internal sealed class HostNames(RequestDelegate next, ExposureOptions options)
{
    private readonly FrozenSet<string> _names = options
        .Urls.Append(options.PublicAddress)
        .OfType<Uri>()
        .Select(address => address.IdnHost)
        .Concat(["localhost", "127.0.0.1", "::1"])
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public Task InvokeAsync(HttpContext context)
    {
        var host = context.Request.Host.Host;
        if (_names.Contains(host.Trim('[', ']')))
        {
            return next(context);
        }

        throw new ClipyardException(
            FailureCatalogue.InvalidParameter,
            $"This server is not called '{Shown.Short(host)}' (the Host header)."
        )
        {
            Remedies = ["Use the server's own address; an administrator sets it as PublicAddress."],
        };
    }
}
