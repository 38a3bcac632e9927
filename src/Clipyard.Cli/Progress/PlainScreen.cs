using Clipyard.Downloads;

namespace Clipyard.Cli.Progress;

/// <summary>Lines, for logs and pipes: a transfer says something every few seconds and when a file is done.</summary>
/// <param name="host">Where to.</param>
/// <param name="showProgress">Whether transfers say something at all.</param>
/// <param name="quiet">Whether only results and failures are shown.</param>
internal sealed class PlainScreen(CliHost host, bool showProgress, bool quiet) : IScreen
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private readonly Lock _lock = new();

    public Task RunAsync(Func<Task> work) => work();

    public void Result(string line)
    {
        lock (_lock)
        {
            host.Out.WriteLine(line);
        }
    }

    public void Notice(string line)
    {
        if (!quiet)
        {
            Failure(line);
        }
    }

    public void Failure(string line)
    {
        lock (_lock)
        {
            host.Error.WriteLine(line);
        }
    }

    public ITransferDisplay Begin(string name) => new Transfer(this, name);

    public IBytesDisplay BeginBytes(string title) => new BytesDisplay(this, title);

    private sealed class Transfer(PlainScreen screen, string name) : ITransferDisplay
    {
        private readonly Rhythm _rhythm = new(screen);

        public void Report(TransferProgress value)
        {
            if (_rhythm.IsDue(value.Bytes == value.TotalBytes))
            {
                screen.Notice($"{name}: {TransferText.Of(value)}");
            }
        }

        public void Dispose() { }
    }

    private sealed class BytesDisplay(PlainScreen screen, string title) : IBytesDisplay
    {
        private readonly Rhythm _rhythm = new(screen);

        public void Report(BytesProgress value)
        {
            if (_rhythm.IsDue(value.Bytes == value.TotalBytes))
            {
                screen.Notice($"{title}: {TransferText.Of(value)}");
            }
        }

        public void Dispose() { }
    }

    /// <summary>When to say something: every few seconds, and at the end.</summary>
    private sealed class Rhythm(PlainScreen screen)
    {
        private readonly Lock _lock = new();
        private long _saidAt = screen.Time.GetTimestamp();

        public bool IsDue(bool isEnd)
        {
            lock (_lock)
            {
                if (!screen.ShowsProgress || (!isEnd && screen.Time.GetElapsedTime(_saidAt) < Pause))
                {
                    return false;
                }

                _saidAt = screen.Time.GetTimestamp();
                return true;
            }
        }
    }

    private TimeProvider Time => host.Time;

    private bool ShowsProgress => showProgress;
}
