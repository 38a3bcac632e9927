using System.Buffers.Binary;

namespace Clipyard.Server.Accounts.Calls;

/// <summary>The instants of calls that still count, oldest first.</summary>
internal sealed class CallWindow
{
    private readonly List<long> _instants;
    private readonly long _now;

    /// <summary>Those of a row that count at an instant.</summary>
    /// <remarks>
    /// An instant to come was written by a clock that ran ahead: it counts as now, unless it is so far ahead that the
    /// clock must have been wrong by more than the window; then nothing can be told from it.
    /// </remarks>
    public CallWindow(ReadOnlySpan<byte> instants, DateTimeOffset now)
    {
        _now = now.ToUnixTimeMilliseconds();
        var window = (long)CallLimits.Window.TotalMilliseconds;
        _instants = new List<long>(instants.Length / sizeof(long));
        for (; instants.Length >= sizeof(long); instants = instants[sizeof(long)..])
        {
            var instant = BinaryPrimitives.ReadInt64LittleEndian(instants);
            if (instant > _now - window && instant <= _now + window)
            {
                _instants.Add(Math.Min(instant, _now));
            }
        }

        _instants.Sort();
    }

    /// <summary>How many count.</summary>
    public int Count => _instants.Count;

    /// <summary>Adds calls that are made now.</summary>
    public void Add(int count) => _instants.AddRange(Enumerable.Repeat(_now, count));

    /// <summary>When so many of the oldest count no longer.</summary>
    public DateTimeOffset FreeAt(int oldest) =>
        DateTimeOffset.FromUnixTimeMilliseconds(_instants[oldest - 1]) + CallLimits.Window;

    public byte[] ToBytes()
    {
        var bytes = new byte[_instants.Count * sizeof(long)];
        for (var i = 0; i < _instants.Count; i++)
        {
            BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(i * sizeof(long)), _instants[i]);
        }

        return bytes;
    }
}
