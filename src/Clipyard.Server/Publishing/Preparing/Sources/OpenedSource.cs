namespace Clipyard.Server.Publishing.Preparing.Sources;

/// <summary>A source's bytes, to be read once.</summary>
/// <param name="body">From the beginning.</param>
/// <param name="answer">What the body belongs to; null when it stands alone.</param>
internal sealed class OpenedSource(Stream body, IDisposable? answer = null) : IAsyncDisposable
{
    public Stream Body => body;

    public async ValueTask DisposeAsync()
    {
        await body.DisposeAsync();
        answer?.Dispose();
    }
}
