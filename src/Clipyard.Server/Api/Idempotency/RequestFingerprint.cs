using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Clipyard.Server.Api.Idempotency;

/// <summary>What makes two requests with the same <c>Idempotency-Key</c> the same request.</summary>
/// <param name="Route">Method and route pattern.</param>
/// <param name="Key">The key.</param>
/// <param name="Hash">SHA-256 over path, query and body, hex.</param>
internal sealed record RequestFingerprint(string Route, string Key, string Hash)
{
    /// <summary>Takes it of a request, whose JSON body can be read once more afterwards.</summary>
    /// <remarks>
    /// Bodies of other types (uploads) are not read: they may be large and must be reserved before they arrive. The
    /// body's limit is the server's, so what is held here is bounded by it.
    /// </remarks>
    public static async Task<RequestFingerprint> OfAsync(
        HttpContext context,
        string key,
        CancellationToken cancellationToken
    )
    {
        var request = context.Request;
        var pattern = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? request.Path.ToUriComponent();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.Path.ToUriComponent()}\n{Query(request)}\n"));
        if (request.HasJsonContentType())
        {
            var body = new MemoryStream();
            await request.Body.CopyToAsync(body, cancellationToken);
            hash.AppendData(body.GetBuffer().AsSpan(0, (int)body.Length));
            body.Position = 0;
            request.Body = body;
            context.Response.RegisterForDispose(body);
        }

        return new RequestFingerprint(
            $"{request.Method} {pattern}",
            key,
            Convert.ToHexStringLower(hash.GetHashAndReset())
        );
    }

    // A key in the address says who calls, not what is wanted; it may be another one the second time.
    private static string Query(HttpRequest request) =>
        string.Join(
            '&',
            request
                .Query.Where(pair => !pair.Key.Equals("api_key", StringComparison.OrdinalIgnoreCase))
                .OrderBy(pair => pair.Key, StringComparer.Ordinal)
                .Select(pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value.ToString())}")
        );
}
