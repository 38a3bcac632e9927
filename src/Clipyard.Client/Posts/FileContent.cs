using System.Net;

namespace Clipyard.Client.Posts;

/// <summary>A file's bytes, which tell how many of them are sent. The file is opened anew for every try.</summary>
internal sealed class FileContent(string path, IProgress<long>? progress) : HttpContent
{
    private const int BufferBytes = 128 * 1024;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(
        Stream stream,
        TransportContext? context,
        CancellationToken cancellationToken
    )
    {
        await using var file = File.OpenRead(path);
        var buffer = new byte[BufferBytes];
        var sent = 0L;
        int count;
        while ((count = await file.ReadAsync(buffer, cancellationToken)) > 0)
        {
            await stream.WriteAsync(buffer.AsMemory(0, count), cancellationToken);
            progress?.Report(sent += count);
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = new FileInfo(path).Length;
        return true;
    }
}
