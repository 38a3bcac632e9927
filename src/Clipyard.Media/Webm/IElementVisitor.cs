namespace Clipyard.Media.Webm;

/// <summary>Told about a file's elements as they pass by.</summary>
internal interface IElementVisitor
{
    /// <summary>An element that holds others begins.</summary>
    void Begin(uint id, long offset);

    /// <summary>An element that was asked for: all of its content, or as much of its beginning as was asked for.</summary>
    /// <param name="id">Which element.</param>
    /// <param name="content">Not to be kept.</param>
    /// <param name="offset">Where the content begins, in bytes from the start of the file.</param>
    /// <param name="size">The size of the whole content.</param>
    void Buffered(uint id, ReadOnlySpan<byte> content, long offset, long size);

    /// <summary>An element that holds others is over.</summary>
    void End(uint id);
}
