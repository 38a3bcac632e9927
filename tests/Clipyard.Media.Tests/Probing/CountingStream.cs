namespace Clipyard.Media.Tests.Probing;

/// <summary>Counts the bytes that are read from a file in memory.</summary>
internal sealed class CountingStream(byte[] bytes) : MemoryStream(bytes)
{
    public long BytesRead { get; private set; }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await base.ReadAsync(buffer, cancellationToken);
        BytesRead += read;
        return read;
    }
}
