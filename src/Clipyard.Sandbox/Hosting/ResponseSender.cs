using System.Net.Sockets;
using Clipyard.Sandbox.Faults;
using Clipyard.Sandbox.Journals;
using Microsoft.AspNetCore.Connections.Features;

namespace Clipyard.Sandbox.Hosting;

/// <summary>Sends an answer, whole or as a fault on the wire wants it.</summary>
internal static class ResponseSender
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static async Task SendAsync(HttpContext context, SandboxResponse response, JournalEntry? entry)
    {
        var target = context.Response;
        target.StatusCode = response.Status;
        target.ContentType = response.ContentType;
        foreach (var (name, value) in response.Headers)
        {
            target.Headers.Append(name, value);
        }

        if (entry is not null)
        {
            entry.Status = response.Status;
        }

        if (response.Status is 304 or 204)
        {
            return;
        }

        target.ContentLength = response.Length;
        if (HttpMethods.IsHead(context.Request.Method))
        {
            return;
        }

        foreach (var piece in response.Body.Read(response.Offset, response.Length))
        {
            entry?.AddBytes(piece.Length);
            var result = await target.BodyWriter.WriteAsync(piece, context.RequestAborted);
            if (result.IsCompleted)
            {
                return;
            }
        }
    }

    /// <summary>Sends the answer with a fault that lies below HTTP.</summary>
    public static async Task SendFaultyAsync(
        HttpContext context,
        SandboxResponse response,
        SandboxFault fault,
        JournalEntry entry
    )
    {
        var socket =
            context.Features.Get<IConnectionSocketFeature>()?.Socket
            ?? throw new InvalidOperationException("The connection has no socket.");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        limit.CancelAfter(Patience);
        entry.Status = fault.Kind == FaultKind.LostAnswer ? 0 : response.Status;
        try
        {
            await ActAsync(context, new RawAnswer(socket, entry), response, fault, limit.Token);
        }
        catch (Exception error) when (error is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The client left first. That is its right.
        }

        context.Abort();
    }

    private static async Task ActAsync(
        HttpContext context,
        RawAnswer raw,
        SandboxResponse response,
        SandboxFault fault,
        CancellationToken cancellationToken
    )
    {
        var head = HttpMethods.IsHead(context.Request.Method);
        switch (fault.Kind)
        {
            case FaultKind.LostAnswer:
                raw.Finish();
                return;
            case FaultKind.Reset:
                await raw.SendAsync(response, response.Length, head ? 0 : fault.Bytes, cancellationToken);
                raw.Reset();
                return;
            case FaultKind.Stall:
                await raw.SendAsync(response, response.Length, head ? 0 : fault.Bytes, cancellationToken);
                await Task.Delay(Timeout.Infinite, cancellationToken);
                return;
            case FaultKind.DuplicateAnswer:
                await raw.SendAsync(response, response.Length, head ? 0 : response.Length, cancellationToken);
                await raw.SendAsync(response, response.Length, head ? 0 : response.Length, cancellationToken);
                break;
            case FaultKind.LengthTooShort:
                await raw.SendAsync(
                    response,
                    Math.Max(0, response.Length - Surplus(fault)),
                    head ? 0 : response.Length,
                    cancellationToken
                );
                break;
            case FaultKind.LengthTooLong:
                await raw.SendAsync(
                    response,
                    response.Length + Surplus(fault),
                    head ? 0 : response.Length,
                    cancellationToken
                );
                break;
            case FaultKind.Chunked:
                await raw.SendChunkedAsync(response, cancellationToken);
                break;
            default:
                await raw.SendAsync(response, response.Length, head ? 0 : fault.Bytes, cancellationToken);
                break;
        }

        raw.Finish();

        // Closing at once would throw away what the client has not read yet.
        await Task.Delay(Timeout.Infinite, cancellationToken);
    }

    private static long Surplus(SandboxFault fault) => fault.Bytes > 0 ? fault.Bytes : 1;
}
