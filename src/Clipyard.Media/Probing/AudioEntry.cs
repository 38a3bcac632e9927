namespace Clipyard.Media.Probing;

/// <summary>Reads around in an <c>mp4a</c> sample entry, whose layout differs between MP4 and QuickTime versions.</summary>
internal static class AudioEntry
{
    /// <summary>Bytes before the child boxes in an ISO entry, and in QuickTime's version 0.</summary>
    public const int PlainBytes = 28;

    /// <summary>Finds the <c>esds</c> box, also inside QuickTime's <c>wave</c>.</summary>
    public static bool TryFindDescriptor(Box entry, out Box esds)
    {
        var childrenAt = entry.UInt16(8) switch
        {
            1 => PlainBytes + 16,
            2 => PlainBytes + 36,
            _ => PlainBytes,
        };

        esds = default;
        var children = entry.Children(childrenAt);
        while (children.TryRead(out var child))
        {
            if (child.Is("esds"u8))
            {
                esds = child;
                return true;
            }

            if (child.Is("wave"u8) && TryFindIn(child, out esds))
            {
                return true;
            }
        }

        return false;
    }

    private static bool TryFindIn(Box wave, out Box esds)
    {
        var children = wave.Children();
        while (children.TryRead(out esds))
        {
            if (esds.Is("esds"u8))
            {
                return true;
            }
        }

        return false;
    }
}
