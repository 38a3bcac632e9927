using Clipyard.Cli.Progress;
using Clipyard.Client.Jobs;

namespace Clipyard.Cli.Remote;

/// <summary>Shows how far a job is: a line for each of its posts, a bar for the file that is on its way.</summary>
internal sealed class JobDisplay(CliSession session) : IProgress<JobEvent>, IDisposable
{
    private readonly Lock _lock = new();
    private IBytesDisplay? _bar;
    private string? _barOf;

    public void Report(JobEvent value)
    {
        lock (_lock)
        {
            if (value.Progress is { } transfer)
            {
                Show(transfer);
            }

            if (value.Item is { } item)
            {
                Close();
                session.Screen.Notice($"{Place(value)}{item.VideoId ?? item.Url}: {StateText(item)}");
            }
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            Close();
        }
    }

    private void Show(JobTransfer transfer)
    {
        if (_bar is null || _barOf != transfer.VideoId)
        {
            Close();
            _barOf = transfer.VideoId;
            _bar = session.Screen.BeginBytes(transfer.VideoId ?? "file");
        }

        _bar.Report(
            new BytesProgress(
                transfer.Bytes,
                transfer.TotalBytes,
                transfer.BytesPerSecond,
                transfer.TimeLeftMs is { } left and >= 0 and < 1e12 ? TimeSpan.FromMilliseconds(left) : null
            )
        );
    }

    private void Close()
    {
        _bar?.Dispose();
        (_bar, _barOf) = (null, null);
    }

    private static string Place(JobEvent value) => value.Total is { } total ? $"{value.Done}/{total} " : "";

    private static string StateText(JobItem item) =>
        item.State switch
        {
            JobItemState.Stored => "stored",
            JobItemState.AlreadyStored => "is kept already",
            JobItemState.Failed => $"failed ({item.Code})",
            JobItemState.Cancelled => "cancelled",
            _ => "pending",
        };
}
