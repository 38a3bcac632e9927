using System.Threading.Channels;

namespace Clipyard.Server.Tests.Jobs;

/// <summary>Where steps wait until the test lets them go on.</summary>
internal sealed class Gate
{
    private readonly Channel<bool> _arrived = Channel.CreateUnbounded<bool>();
    private readonly TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool _isOpenForNewcomers;

    /// <summary>What a step does: says that it is there, and waits.</summary>
    public async Task PassAsync(CancellationToken cancellationToken)
    {
        _arrived.Writer.TryWrite(true);
        if (_isOpenForNewcomers)
        {
            return;
        }

        await _open.Task.WaitAsync(cancellationToken);
    }

    /// <summary>Waits until so many steps have come to the gate.</summary>
    public async Task ArrivedAsync(int steps = 1)
    {
        for (var i = 0; i < steps; i++)
        {
            await _arrived
                .Reader.ReadAsync(TestContext.Current.CancellationToken)
                .AsTask()
                .WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Lets all of them go on, and those that come later.</summary>
    public void Open() => _open.TrySetResult();

    /// <summary>Lets those that come later pass; who is there stays.</summary>
    public void OpenForNewcomers() => _isOpenForNewcomers = true;
}
