namespace Clipyard.Media.Probing;

/// <summary>Told about a file's outermost boxes as they pass by.</summary>
internal interface IBoxVisitor
{
    /// <summary>How many bytes of this box's payload to buffer: none, or all up to a limit.</summary>
    int BufferLimit(FourCc type);

    /// <summary>A box begins. <paramref name="size"/> is null when it runs to the end of the file.</summary>
    void Begin(FourCc type, long offset, int headerBytes, long? size);

    /// <summary>A buffered box is complete; <paramref name="whole"/> may be kept.</summary>
    void Buffered(FourCc type, long offset, int headerBytes, ReadOnlyMemory<byte> whole);
}
