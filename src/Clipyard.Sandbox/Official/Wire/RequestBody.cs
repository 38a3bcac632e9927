namespace Clipyard.Sandbox.Official.Wire;

/// <summary>Bodies of API calls: small ones.</summary>
internal static class RequestBody
{
    private const int Longest = 1024 * 1024;

    /// <summary>The whole body; null when it is longer than an API call ever is.</summary>
    public static async Task<byte[]?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using var buffer = new MemoryStream();
        var piece = new byte[16 * 1024];
        while (await request.Body.ReadAsync(piece, cancellationToken) is var read and > 0)
        {
            buffer.Write(piece, 0, read);
            if (buffer.Length > Longest)
            {
                return null;
            }
        }

        return buffer.ToArray();
    }

    /// <summary>Reads and forgets what the client still sends, so that it hears the answer.</summary>
    public static Task DiscardAsync(HttpRequest request, CancellationToken cancellationToken) =>
        request.Body.CopyToAsync(Stream.Null, cancellationToken);
}
