using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Clipyard.Client.Http;

/// <summary>A request that can be made anew for every try.</summary>
/// <param name="Method">GET, POST, ...</param>
/// <param name="Path">Relative to the server's address, or an absolute address.</param>
/// <param name="Operation">What is being done, for exceptions: <c>get job</c>.</param>
internal sealed record ServerRequest(HttpMethod Method, string Path, string Operation)
{
    /// <summary>Makes repeating a POST harmless; null for none.</summary>
    public string? IdempotencyKey { get; init; }

    /// <summary>The <c>Prefer</c> header; null for none.</summary>
    public string? Prefer { get; init; }

    public string? Accept { get; init; }

    public string? LastEventId { get; init; }

    /// <summary>Whether the key is sent along. Media addresses are their own proof and may lie elsewhere.</summary>
    public bool SendsKey { get; init; } = true;

    public byte[]? Body { get; init; }

    /// <summary>Makes a body that is no JSON, for every try anew; null for none.</summary>
    public Func<HttpContent>? Content { get; init; }

    /// <summary>How long it may take; null for what the options say.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>Whether sending it twice does no harm.</summary>
    public bool MayBeRepeated => Method == HttpMethod.Get || IdempotencyKey is not null;

    public static ServerRequest Get(string path, string operation) => new(HttpMethod.Get, path, operation);

    public static string NewKey() => Guid.NewGuid().ToString("N");

    public ServerRequest With<T>(T body, JsonTypeInfo<T> type) =>
        this with
        {
            Body = JsonSerializer.SerializeToUtf8Bytes(body, type),
        };
}
