using System.Net;

namespace Clipyard.Server.Tests.Uploads;

/// <summary>A body that stops in the middle until it is told to go on or to break.</summary>
internal sealed class HeldBody(byte[] first, byte[] rest, long? length = null) : HttpContent
{
    private readonly TaskCompletionSource _sent = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _going = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>When the first part is on its way.</summary>
    public Task Sent => _sent.Task;

    public void GoOn() => _going.TrySetResult();

    public void Break() => _going.TrySetException(new IOException("The sender was told to break off."));

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        await stream.WriteAsync(first);
        await stream.FlushAsync();
        _sent.TrySetResult();
        await _going.Task;
        await stream.WriteAsync(rest);
    }

    protected override bool TryComputeLength(out long computed)
    {
        computed = length ?? 0;
        return length is not null;
    }
}
