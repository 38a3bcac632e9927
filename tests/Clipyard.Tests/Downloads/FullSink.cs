using Clipyard.Downloads;

namespace Clipyard.Tests.Downloads;

/// <summary>A store whose disk is full: the first byte does not fit.</summary>
internal sealed class FullSink : IDownloadSink
{
    private const int NoSpaceLeft = 28;

    public bool KeptForResume { get; private set; }

    public bool Committed { get; private set; }

    public Task<StoredFile?> FindAsync(MediaPart part, CancellationToken cancellationToken) =>
        Task.FromResult<StoredFile?>(null);

    public Task<IDownloadWrite> BeginAsync(MediaPart part, string version, CancellationToken cancellationToken) =>
        Task.FromResult<IDownloadWrite>(new FullWrite(this));

    private sealed class FullWrite(FullSink sink) : IDownloadWrite
    {
        public long ResumedBytes => 0;

        public Stream Content { get; } = new FullStream();

        public Task RestartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task<StoredFile> CommitAsync(string extension, CancellationToken cancellationToken)
        {
            sink.Committed = true;
            return Task.FromResult(new StoredFile("nowhere", 0));
        }

        public void KeepForResume() => sink.KeptForResume = true;

        public ValueTask DisposeAsync() => Content.DisposeAsync();
    }

    private sealed class FullStream : MemoryStream
    {
        public override ValueTask WriteAsync(
            ReadOnlyMemory<byte> buffer,
            CancellationToken cancellationToken = default
        ) => throw new IOException("No space left on device", NoSpaceLeft);
    }
}
