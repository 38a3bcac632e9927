namespace Clipyard.Server.Network;

/// <summary>One wait of a fetch.</summary>
internal sealed class FetchWait : IDisposable
{
    private readonly CancellationTokenSource _time;
    private readonly CancellationTokenSource _any;

    public FetchWait(CancellationTokenSource time, CancellationToken total, CancellationToken caller)
    {
        _time = time;
        _any = CancellationTokenSource.CreateLinkedTokenSource(time.Token, total, caller);
    }

    public CancellationToken Token => _any.Token;

    public void Dispose()
    {
        _any.Dispose();
        _time.Dispose();
    }
}
