using System.Diagnostics;

namespace Clipyard.CrashMatrix.Boundaries;

/// <summary>Counts what this server process does since it was armed, and kills it at the boundary it was armed with.</summary>
internal sealed class BoundaryCounter
{
    private readonly Lock _lock = new();
    private readonly Dictionary<BoundaryKind, List<string>> _seen = [];
    private Boundary? _deadly;
    private bool _isArmed;

    /// <summary>What was counted: a line for each, in its order.</summary>
    public Dictionary<BoundaryKind, List<string>> Seen
    {
        get
        {
            lock (_lock)
            {
                return _seen.ToDictionary(pair => pair.Key, pair => pair.Value.ToList());
            }
        }
    }

    /// <summary>Counts from here on, and dies at a boundary.</summary>
    public void Arm(Boundary? deadly)
    {
        lock (_lock)
        {
            _seen.Clear();
            _deadly = deadly;
            _isArmed = true;
        }
    }

    /// <summary>Counts no more.</summary>
    public void Disarm()
    {
        lock (_lock)
        {
            _isArmed = false;
        }
    }

    /// <summary>Something is about to happen.</summary>
    /// <returns>Its number; 0 when nothing is counted.</returns>
    public int Begin(BoundaryKind kind, string what)
    {
        lock (_lock)
        {
            if (!_isArmed)
            {
                return 0;
            }

            if (!_seen.TryGetValue(kind, out var lines))
            {
                _seen[kind] = lines = [];
            }

            lines.Add(what);
            DieAt(kind, lines.Count, isAfter: false);
            return lines.Count;
        }
    }

    /// <summary>It has happened.</summary>
    public void End(BoundaryKind kind, int number)
    {
        lock (_lock)
        {
            DieAt(kind, number, isAfter: true);
        }
    }

    private void DieAt(BoundaryKind kind, int number, bool isAfter)
    {
        if (_isArmed && _deadly == new Boundary(kind, number, isAfter))
        {
            Process.GetCurrentProcess().Kill(); // SIGKILL: no handler, no flush, no goodbye
            Thread.Sleep(Timeout.Infinite); // until it arrives: not one more step of the server's
        }
    }
}
