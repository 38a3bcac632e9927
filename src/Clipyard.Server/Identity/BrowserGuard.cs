using Clipyard.Failures;
using Clipyard.Server.Api;
using Clipyard.Server.Api.Problems;
using Microsoft.AspNetCore.Http;

namespace Clipyard.Server.Identity;

/// <summary>
/// Keeps other sites from using a signed-in browser: whatever changes something must come from our own pages, and with
/// a header that a form on another site cannot send.
/// </summary>
internal sealed class BrowserGuard(RequestDelegate next, IPublicAddress address)
{
    /// <summary>The header; any value will do.</summary>
    public const string Header = "X-Clipyard";

    public Task InvokeAsync(HttpContext context)
    {
        var carriesProof = context.GetEndpoint()?.Metadata.GetMetadata<CarriesProofAttribute>() is not null;
        if (ChangesSomething(context.Request.Method) && !carriesProof)
        {
            var origin = context.Request.Headers.Origin.ToString();
            var inSession = CallerIdentity.IsSession(context.User);
            var beginsSession = context.GetEndpoint()?.Metadata.GetMetadata<BeginsSessionAttribute>() is not null;
            if ((inSession || (beginsSession && origin.Length > 0)) && origin != Own)
            {
                throw Refused(
                    origin.Length > 0 ? $"This came from {Shown.Short(origin)}." : "This came without an Origin.",
                    $"Open Clipyard at {address.Base}, which is where its pages may change things."
                );
            }

            if (inSession && context.Request.Headers[Header].ToString().Length == 0)
            {
                throw Refused($"This came without the header {Header}.", $"Send {Header}: 1 with it.");
            }
        }

        return next(context);
    }

    private string Own => address.Base.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped);

    private static bool ChangesSomething(string method) =>
        !HttpMethods.IsGet(method)
        && !HttpMethods.IsHead(method)
        && !HttpMethods.IsOptions(method)
        && !HttpMethods.IsTrace(method);

    private static ClipyardException Refused(string detail, string remedy) =>
        new(FailureCatalogue.Forbidden, $"A browser's session changes things only from our own pages. {detail}")
        {
            Remedies = [remedy, "Programs pass an API key: Authorization: Bearer KEY."],
        };
}
