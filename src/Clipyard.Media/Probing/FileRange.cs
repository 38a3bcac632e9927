using System.Runtime.InteropServices;

namespace Clipyard.Media.Probing;

/// <summary>A stretch of the file, in bytes from its start; the end is not part of it.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct FileRange(long Start, long End)
{
    public long Length => End - Start;
}
