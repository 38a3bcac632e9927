using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace Clipyard.Server.Api.Hosting;

/// <summary>Leads browsers to the public address's host, where a route asks for it (<see cref="OnPublicHostAttribute"/>).</summary>
internal sealed class PublicHostRedirect(RequestDelegate next, IPublicAddress address)
{
    // Behind a proxy that does not pass the host on every request looks wrong: once is enough.
    private const string Once = "from_host";

    public Task InvokeAsync(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<OnPublicHostAttribute>() is not null && TryLead(context, address)
            ? Task.CompletedTask
            : next(context);

    /// <summary>Leads there, unless the browser is there already; whether it did.</summary>
    public static bool TryLead(HttpContext context, IPublicAddress address)
    {
        var request = context.Request;
        if (
            HttpMethods.IsGet(request.Method)
            && !request.Query.ContainsKey(Once)
            && !request
                .Host.Host.Trim('[', ']')
                .Equals(address.Base.IdnHost.Trim('[', ']'), StringComparison.OrdinalIgnoreCase)
        )
        {
            var query = new QueryBuilder(request.Query) { { Once, "1" } };
            context.Response.Redirect(address.Absolute(request.Path.ToUriComponent()) + query);
            return true;
        }

        return false;
    }
}
