using Clipyard.Failures;

namespace Clipyard.Cli;

/// <summary>Counts how the items of a run ended, and says what the process ends with. Thread-safe.</summary>
internal sealed class Outcomes
{
    private readonly Lock _lock = new();
    private readonly HashSet<int> _codes = [];
    private int _failed;

    /// <summary>How many items failed.</summary>
    public int Failed
    {
        get
        {
            lock (_lock)
            {
                return _failed;
            }
        }
    }

    /// <summary>What the process ends with: the failures' common code, or the one for several different failures.</summary>
    public int ExitCode
    {
        get
        {
            lock (_lock)
            {
                return _codes.Count switch
                {
                    0 => ExitCodes.Success,
                    1 => _codes.Single(),
                    _ => ExitCodes.SeveralFailures,
                };
            }
        }
    }

    public void Add(Failure failure)
    {
        lock (_lock)
        {
            _failed++;
            _codes.Add(ExitCodes.Of(failure));
        }
    }
}
