using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Clipyard.Server.Data;

/// <summary>
/// When rows are made, to the millisecond that the database keeps, and ids that grow with every one: "the oldest of a lane"
/// has to be one job, "the newest" one post, and (created_at, id) says which. The instants are the clock's own, however
/// many rows are made at once; only while the clock is set back they stay where they were.
/// </summary>
internal sealed class CreationStamps(TimeProvider time)
{
    private const int CounterBits = 26;

    private readonly Lock _lock = new();
    private long _last;
    private int _counter;

    /// <summary>The present instant, with an id that is greater than all before it.</summary>
    public CreationStamp Next()
    {
        lock (_lock)
        {
            var now = time.GetUtcNow().ToUnixTimeMilliseconds();
            if (now > _last)
            {
                (_last, _counter) = (now, 0);
            }
            else if (++_counter == 1 << CounterBits)
            {
                (_last, _counter) = (_last + 1, 0); // a clock that stands still, and 67 million rows
            }

            return new CreationStamp(IdOf(_last, _counter), DateTimeOffset.FromUnixTimeMilliseconds(_last));
        }
    }

    // Version 7 of RFC 9562, with a counter where its section 6.2 has one: behind the milliseconds, before the chance.
    private static Guid IdOf(long milliseconds, int counter)
    {
        Span<byte> id = stackalloc byte[16];
        BinaryPrimitives.WriteInt64BigEndian(id, milliseconds << 16);
        id[6] = (byte)(0x70 | (counter >> 22));
        id[7] = (byte)(counter >> 14);
        id[8] = (byte)(0x80 | ((counter >> 8) & 0x3f));
        id[9] = (byte)counter;
        RandomNumberGenerator.Fill(id[10..]);
        return new Guid(id, bigEndian: true);
    }
}
