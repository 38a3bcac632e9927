using Clipyard.Server.Storage;
using Microsoft.AspNetCore.Http;

namespace Clipyard.Server.Publishing.Pulling;

/// <summary>Streams a part of a file to TikTok, holding its end back until it may go out.</summary>
internal sealed class PullResponse(IMediaStore store, PullGate gate, TimeProvider time)
{
    private const int BlockBytes = 131_072;
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(1);

    /// <summary>Sends the bytes; cuts the connection when the attempt has been given up meanwhile.</summary>
    public async Task SendAsync(
        HttpContext context,
        PullFile pull,
        long from,
        long count,
        CancellationToken cancellationToken
    )
    {
        if (await store.OpenReadAsync(pull.File.Object, from, count, cancellationToken) is not { } content)
        {
            context.Abort();
            return;
        }

        await using (content)
        {
            var free = Math.Clamp(pull.HeldFrom - from, 0, count);
            if (
                !await CopyAsync(context, pull, content, free, cancellationToken)
                || (free < count && !await ReleaseAsync(context, pull, cancellationToken))
                || !await CopyAsync(context, pull, content, count - free, cancellationToken)
            )
            {
                context.Abort();
            }
        }
    }

    private async Task<bool> ReleaseAsync(HttpContext context, PullFile pull, CancellationToken cancellationToken)
    {
        await context.Response.Body.FlushAsync(cancellationToken); // what is free goes out while the rest waits
        return await gate.ReleaseAsync(pull.Attempt.Id, cancellationToken);
    }

    private async Task<bool> CopyAsync(
        HttpContext context,
        PullFile pull,
        Stream content,
        long count,
        CancellationToken cancellationToken
    )
    {
        var buffer = new byte[BlockBytes];
        var looked = time.GetTimestamp();
        while (count > 0)
        {
            var read = await content.ReadAsync(
                buffer.AsMemory(0, (int)Math.Min(count, buffer.Length)),
                cancellationToken
            );
            if (read == 0)
            {
                return false; // shorter than it was: never glue a wrong end to it
            }

            await context.Response.Body.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            count -= read;
            if (time.GetElapsedTime(looked) >= LookAgain)
            {
                if (!await gate.IsLiveAsync(pull.Attempt.Id, cancellationToken))
                {
                    return false;
                }

                looked = time.GetTimestamp();
            }
        }

        return true;
    }
}
