using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Clipyard.Server.Tests.Publishing.Requests.Bulk;

/// <summary>Sends tables, and fetches them.</summary>
internal static class BulkCalls
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static Task<JsonAnswer> ImportAsync(
        this PostHost host,
        string csv,
        string query = "",
        string? idempotencyKey = null
    ) => host.ImportAsync(Encoding.UTF8.GetBytes(csv), query, idempotencyKey);

    public static async Task<JsonAnswer> ImportAsync(
        this PostHost host,
        byte[] csv,
        string query = "",
        string? idempotencyKey = null
    )
    {
        using var body = new ByteArrayContent(csv);
        body.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        return await host.SendAsync(body, query, idempotencyKey);
    }

    public static async Task<JsonAnswer> SendAsync(
        this PostHost host,
        HttpContent body,
        string query = "",
        string? idempotencyKey = null
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/posts/import" + query);
        request.Content = body;
        if (idempotencyKey is not null)
        {
            request.Headers.Add("Idempotency-Key", idempotencyKey);
        }

        using var response = await host.Server.Client.SendAsync(request, Stop);
        return await JsonAnswer.ReadAsync(response, Stop);
    }

    public static async Task<byte[]> ExportAsync(this PostHost host, string query = "")
    {
        using var response = await host.Server.Client.GetAsync("/api/posts/export" + query, Stop);
        var body = await response.Content.ReadAsByteArrayAsync(Stop);
        response.IsSuccessStatusCode.ShouldBeTrue(Encoding.UTF8.GetString(body));
        return body;
    }

    /// <summary>The refusal's errors as <c>row:column:code</c>.</summary>
    public static IReadOnlyList<string> ErrorsOf(this JsonAnswer answer) =>
        [
            .. answer["errors"]
                .EnumerateArray()
                .Select(error =>
                    $"{error.GetProperty("row").GetInt32()}:{error.GetProperty("column").GetString()}:{error.GetProperty("code").GetString()}"
                ),
        ];

    public static IReadOnlyList<Guid> PostIdsOf(this JsonAnswer answer) =>
        [.. answer["post_ids"].EnumerateArray().Select(id => id.GetGuid())];
}
