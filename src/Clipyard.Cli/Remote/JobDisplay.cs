using Clipyard.Cli.Progress;
using Clipyard.Client.Jobs;

namespace Clipyard.Cli.Remote;

/// <summary>Shows how far a job is: a line for each of its posts, a bar for the file that is on its way.</summary>
/// <param name="session">Where to.</param>
/// <param name="title">What the bar is called; null: after the post.</param>
internal sealed class JobDisplay(CliSession session, string? title = null) : IProgress<JobEvent>, IDisposable
{
    private readonly Lock _lock = new();
    private IBytesDisplay? _bar;
    private string? _barOf;

    /// <summary>The job; null before it said anything.</summary>
    public string? JobId { get; private set; }

    public void Report(JobEvent value)
    {
        lock (_lock)
        {
            JobId = value.JobId;
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
        var name = title ?? transfer.VideoId ?? "file";
        if (_bar is null || _barOf != name)
        {
            Close();
            _barOf = name;
            _bar = session.Screen.BeginBytes(name);
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
