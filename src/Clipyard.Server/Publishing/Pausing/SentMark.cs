using System.Globalization;
using System.Text;

namespace Clipyard.Server.Publishing.Pausing;

/// <summary>
/// How far the attempts have come, beside the database: a database that knows fewer was put back, and may lack posts that
/// TikTok has.
/// </summary>
internal sealed class SentMark(ServerPaths paths)
{
    private const int Width = 20;
    private readonly Lock _lock = new();
    private readonly string _file = Path.Combine(paths.Root, "sent");
    private long? _last;

    /// <summary>The highest number of an attempt whose init may have gone out; 0 when there was none.</summary>
    public long Read()
    {
        lock (_lock)
        {
            return _last ??=
                File.Exists(_file)
                && long.TryParse(
                    File.ReadAllText(_file),
                    NumberStyles.Integer,
                    CultureInfo.InvariantCulture,
                    out var last
                )
                    ? last
                    : 0;
        }
    }

    /// <summary>
    /// Notes an attempt, after its row is saved and before its init goes out. Survives the process, not a power cut. It lies
    /// in the data folder, so a backup of the whole folder brings the old mark along, and nobody notices that one.
    /// </summary>
    public void Set(long sequence)
    {
        lock (_lock)
        {
            if (sequence <= Read())
            {
                return;
            }

            // In place, in one write, and always as long: a process that dies here leaves the old number or the new one.
            var text = sequence.ToString(CultureInfo.InvariantCulture).PadLeft(Width, '0');
            using var file = File.OpenHandle(_file, FileMode.OpenOrCreate, FileAccess.Write);
            RandomAccess.Write(file, Encoding.ASCII.GetBytes(text), fileOffset: 0);
            _last = sequence;
        }
    }
}
