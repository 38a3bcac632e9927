using System.Runtime.InteropServices;

namespace Clipyard.Cli;

/// <summary>Ctrl-C and its kin: the first asks the work to stop, the second ends the program at once.</summary>
internal sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly PosixSignalRegistration _interrupt;
    private readonly PosixSignalRegistration _terminate;
    private int _exitCode;
    private volatile bool _isUsualEnd;

    public Interruption()
    {
        _interrupt = PosixSignalRegistration.Create(
            PosixSignal.SIGINT,
            signal => Handle(signal, ExitCodes.Interrupted)
        );
        _terminate = PosixSignalRegistration.Create(
            PosixSignal.SIGTERM,
            signal => Handle(signal, ExitCodes.Terminated)
        );
    }

    public CancellationToken Token => _source.Token;

    /// <summary>What the process ends with; null while nobody interrupted it, and where that is the usual end.</summary>
    public int? ExitCode => _exitCode == 0 || _isUsualEnd ? null : _exitCode;

    /// <summary>Being interrupted is how this run was meant to end.</summary>
    public void IsUsualEnd() => _isUsualEnd = true;

    public void Dispose()
    {
        _interrupt.Dispose();
        _terminate.Dispose();
        _source.Dispose();
    }

    private void Handle(PosixSignalContext signal, int exitCode)
    {
        if (Interlocked.CompareExchange(ref _exitCode, exitCode, 0) != 0)
        {
            // The default action follows: the process ends where it stands.
            Environment.Exit(exitCode);
        }

        signal.Cancel = true;
        _source.Cancel();
    }
}
