using Clipyard.Media.Probing;

namespace Clipyard.Media.Images;

/// <summary>Watches the outermost boxes of an AVIF or HEIC picture: only that they fit and describe something.</summary>
internal sealed class BoxEnds : IBoxVisitor
{
    /// <summary>Whether a description of pictures or a film passed by.</summary>
    public bool HaveContent { get; private set; }

    int IBoxVisitor.BufferLimit(FourCc type) => 0;

    void IBoxVisitor.Begin(FourCc type, long offset, int headerBytes, long? size)
    {
        if (!type.IsPlausible && (type.Value != 0 || size is not null))
        {
            throw StructureException.Corrupt("There is no box where one should begin.", offset);
        }

        HaveContent |= type.Is("meta"u8) || type.Is("moov"u8);
    }

    void IBoxVisitor.Buffered(FourCc type, long offset, int headerBytes, ReadOnlyMemory<byte> whole) { }
}
