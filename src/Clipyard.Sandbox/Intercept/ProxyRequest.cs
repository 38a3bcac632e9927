using System.Text;

namespace Clipyard.Sandbox.Intercept;

/// <summary>The head of a request to the proxy, and what followed it in the same packet.</summary>
internal sealed record ProxyRequest(string Method, string Target, string[] Headers, byte[] Rest)
{
    private const int LongestHead = 32 * 1024;

    /// <summary>Reads up to the empty line.</summary>
    /// <returns>Null when the client left first or sent no such head.</returns>
    public static async Task<ProxyRequest?> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        var buffer = new byte[LongestHead];
        var filled = 0;
        while (filled < buffer.Length)
        {
            var read = await stream.ReadAsync(buffer.AsMemory(filled), cancellationToken);
            if (read == 0)
            {
                return null;
            }

            filled += read;
            var end = buffer.AsSpan(0, filled).IndexOf("\r\n\r\n"u8);
            if (end >= 0)
            {
                return Parse(Encoding.Latin1.GetString(buffer, 0, end), buffer[(end + 4)..filled]);
            }
        }

        return null;
    }

    private static ProxyRequest? Parse(string head, byte[] rest)
    {
        var lines = head.Split("\r\n");
        return lines[0].Split(' ') is [var method, var target, ..] ? new(method, target, lines[1..], rest) : null;
    }
}
