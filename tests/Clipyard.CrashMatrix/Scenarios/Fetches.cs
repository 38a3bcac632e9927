using System.Net.Http.Headers;

namespace Clipyard.CrashMatrix.Scenarios;

/// <summary>Ways in which TikTok might fetch a file.</summary>
internal static class Fetches
{
    private const int Pieces = 5;
    private const int Tail = 70_000;

    /// <summary>All of it, once.</summary>
    public static async Task<byte[]?> WholeAsync(HttpClient client, Uri file, CancellationToken cancellationToken) =>
        await client.GetByteArrayAsync(file, cancellationToken);

    /// <summary>First HEAD, then all of it.</summary>
    public static async Task<byte[]?> HeadFirstAsync(HttpClient client, Uri file, CancellationToken cancellationToken)
    {
        var length = await LengthAsync(client, file, cancellationToken);
        var content = await client.GetByteArrayAsync(file, cancellationToken);
        return content.Length == length ? content : null;
    }

    /// <summary>Piece after piece.</summary>
    public static async Task<byte[]?> PiecesAsync(HttpClient client, Uri file, CancellationToken cancellationToken)
    {
        var length = await LengthAsync(client, file, cancellationToken);
        var size = (length + Pieces - 1) / Pieces;
        List<byte> content = [];
        for (var from = 0L; from < length; from += size)
        {
            content.AddRange(
                await RangeAsync(client, file, from, Math.Min(from + size, length) - 1, cancellationToken)
            );
        }

        return [.. content];
    }

    /// <summary>The end before the beginning.</summary>
    public static async Task<byte[]?> TailFirstAsync(HttpClient client, Uri file, CancellationToken cancellationToken)
    {
        var length = await LengthAsync(client, file, cancellationToken);
        var split = Math.Max(0, length - Tail);
        var tail = await RangeAsync(client, file, split, length - 1, cancellationToken);
        byte[] head = split == 0 ? [] : await RangeAsync(client, file, 0, split - 1, cancellationToken);
        return [.. head, .. tail];
    }

    /// <summary>All of it, twice after each other and twice beside each other.</summary>
    public static async Task<byte[]?> ManyTimesAsync(HttpClient client, Uri file, CancellationToken cancellationToken)
    {
        var first = await client.GetByteArrayAsync(file, cancellationToken);
        var others = await Task.WhenAll(
            client.GetByteArrayAsync(file, cancellationToken),
            client.GetByteArrayAsync(file, cancellationToken)
        );
        return Array.TrueForAll(others, other => other.AsSpan().SequenceEqual(first)) ? first : null;
    }

    private static async Task<long> LengthAsync(HttpClient client, Uri file, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, file);
        using var response = await client.SendAsync(request, cancellationToken);
        response.EnsureSuccessStatusCode();
        return response.Content.Headers.ContentLength ?? 0;
    }

    public static async Task<byte[]> RangeAsync(
        HttpClient client,
        Uri file,
        long from,
        long to,
        CancellationToken cancellationToken
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, file);
        request.Headers.Range = new RangeHeaderValue(from, to);
        using var response = await client.SendAsync(request, cancellationToken);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsByteArrayAsync(cancellationToken);
    }
}
