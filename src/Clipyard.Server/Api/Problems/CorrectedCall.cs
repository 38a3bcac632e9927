using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.DependencyInjection;

namespace Clipyard.Server.Api.Problems;

/// <summary>The request that was refused for want of a key, as it would have worked.</summary>
internal static class CorrectedCall
{
    /// <summary>A line for a shell, without the key that may have been in the address.</summary>
    public static string Of(HttpContext context)
    {
        var request = context.Request;
        var query = new QueryBuilder(
            request
                .Query.Where(pair => !pair.Key.Equals("api_key", StringComparison.OrdinalIgnoreCase))
                .SelectMany(pair => pair.Value, (pair, value) => KeyValuePair.Create(pair.Key, value ?? ""))
        );
        var address = context
            .RequestServices.GetRequiredService<IPublicAddress>()
            .Absolute(request.Path.ToUriComponent() + query);
        var method = HttpMethods.IsGet(request.Method) ? "" : $"-X {Shown.Short(request.Method)} ";
        return $"curl {method}-H 'Authorization: Bearer KEY' '{address.Replace("'", "%27", StringComparison.Ordinal)}'";
    }
}
