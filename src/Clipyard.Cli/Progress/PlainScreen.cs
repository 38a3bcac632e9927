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

    private sealed class Transfer(PlainScreen screen, string name) : ITransferDisplay
    {
        private readonly Lock _transferLock = new();
        private long _saidAt = screen.Time.GetTimestamp();

        public void Report(TransferProgress value)
        {
            if (screen.ShowsProgress && IsDue(value))
            {
                screen.Notice($"{name}: {TransferText.Of(value)}");
            }
        }

        public void Dispose() { }

        private bool IsDue(TransferProgress progress)
        {
            lock (_transferLock)
            {
                if (progress.Bytes != progress.TotalBytes && screen.Time.GetElapsedTime(_saidAt) < Pause)
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
