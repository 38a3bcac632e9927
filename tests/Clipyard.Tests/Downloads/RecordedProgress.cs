using Clipyard.Downloads;

namespace Clipyard.Tests.Downloads;

internal sealed class RecordedProgress(Action<TransferProgress>? also = null) : IProgress<TransferProgress>
{
    private readonly List<TransferProgress> _reports = [];

    public IReadOnlyList<TransferProgress> All => _reports;

    public void Report(TransferProgress value)
    {
        _reports.Add(value);
        also?.Invoke(value);
    }
}
