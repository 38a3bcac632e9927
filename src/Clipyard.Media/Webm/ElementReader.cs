using Clipyard.Media.Probing;

namespace Clipyard.Media.Webm;

/// <summary>Walks the elements of a buffered parent; an element that does not fit into it is a fault.</summary>
internal ref struct ElementReader(ReadOnlySpan<byte> bytes, long fileOffset)
{
    private const int LongestId = 4;
    private const int LongestSize = 8;

    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private int _at;

    public bool TryRead(out Element element)
    {
        element = default;
        var rest = _bytes[_at..];
        if (rest.IsEmpty)
        {
            return false;
        }

        var start = fileOffset + _at;
        var id = Take(ref rest, LongestId, start);
        var written = Take(ref rest, LongestSize, start);
        var size = VariableNumber.ReadSize(written);

        // Of unknown size are only segments and clusters, which are never buffered.
        if (size is null || size > rest.Length)
        {
            throw StructureException.Corrupt(
                $"The element '{ElementId.NameOf(VariableNumber.ReadId(id))}' does not fit into its parent.",
                start
            );
        }

        var headerBytes = id.Length + written.Length;
        element = new Element(VariableNumber.ReadId(id), rest[..(int)size], start + headerBytes);
        _at += headerBytes + (int)size;
        return true;
    }

    private static ReadOnlySpan<byte> Take(scoped ref ReadOnlySpan<byte> rest, int longest, long start)
    {
        var length = rest.IsEmpty ? 1 : VariableNumber.LengthOf(rest[0]);
        if (length > longest || length > rest.Length)
        {
            throw StructureException.Corrupt("There is no element where one should begin.", start);
        }

        var taken = rest[..length];
        rest = rest[length..];
        return taken;
    }
}
