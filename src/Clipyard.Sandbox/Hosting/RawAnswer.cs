using System.Net.Sockets;
using System.Text;
using Clipyard.Sandbox.Journals;

namespace Clipyard.Sandbox.Hosting;

/// <summary>Writes an answer straight to the socket, past the server's own bookkeeping: lies about lengths need that.</summary>
internal sealed class RawAnswer(Socket socket, JournalEntry entry)
{
    /// <summary>Sends the head and so many bytes of the body, then whatever else is asked for.</summary>
    public async Task SendAsync(
        SandboxResponse response,
        long? declaredLength,
        long bodyBytes,
        CancellationToken cancellationToken
    )
    {
        await SendAllAsync(Head(response, declaredLength), cancellationToken);
        foreach (var piece in response.Body.Read(response.Offset, Math.Min(bodyBytes, response.Length)))
        {
            entry.AddBytes(piece.Length);
            await SendAllAsync(piece, cancellationToken);
        }
    }

    /// <summary>Sends the body in chunks, without a length.</summary>
    public async Task SendChunkedAsync(SandboxResponse response, CancellationToken cancellationToken)
    {
        await SendAllAsync(Head(response, declaredLength: null, "Transfer-Encoding: chunked\r\n"), cancellationToken);
        foreach (var piece in response.Body.Read(response.Offset, response.Length))
        {
            entry.AddBytes(piece.Length);
            await SendAllAsync(Encoding.ASCII.GetBytes($"{piece.Length:x}\r\n"), cancellationToken);
            await SendAllAsync(piece, cancellationToken);
            await SendAllAsync("\r\n"u8.ToArray(), cancellationToken);
        }

        await SendAllAsync("0\r\n\r\n"u8.ToArray(), cancellationToken);
    }

    /// <summary>Says that nothing more will come.</summary>
    public void Finish() => socket.Shutdown(SocketShutdown.Send);

    /// <summary>Breaks the connection off, as a failing machine in between does.</summary>
    public void Reset()
    {
        socket.LingerState = new LingerOption(enable: true, seconds: 0);
        socket.Close();
    }

    private static byte[] Head(SandboxResponse response, long? declaredLength, string more = "")
    {
        var head = new StringBuilder();
        head.Append(
            null,
            $"HTTP/1.1 {response.Status} {Microsoft.AspNetCore.WebUtilities.ReasonPhrases.GetReasonPhrase(response.Status)}\r\n"
        );
        if (response.ContentType is { } type)
        {
            head.Append(null, $"Content-Type: {type}\r\n");
        }

        if (declaredLength is { } length)
        {
            head.Append(null, $"Content-Length: {length}\r\n");
        }

        foreach (var (name, value) in response.Headers)
        {
            head.Append(null, $"{name}: {value}\r\n");
        }

        return Encoding.ASCII.GetBytes(head.Append(more).Append("\r\n").ToString());
    }

    private async Task SendAllAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        while (bytes.Length > 0)
        {
            var sent = await socket.SendAsync(bytes, SocketFlags.None, cancellationToken);
            bytes = bytes[sent..];
        }
    }
}
