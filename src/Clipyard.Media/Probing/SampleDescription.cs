namespace Clipyard.Media.Probing;

/// <summary>The first entry of a track's sample descriptions (<c>stsd</c>).</summary>
internal sealed record SampleDescription
{
    public required string CodecId { get; init; }

    public required string Codec { get; init; }

    public int Width { get; init; }

    public int Height { get; init; }

    public int Channels { get; init; }

    public int SampleRate { get; init; }

    public static SampleDescription Read(Box stsd, TrackKind kind)
    {
        var entries = stsd.Children(8);
        if (stsd.UInt32(4) == 0 || !entries.TryRead(out var entry))
        {
            throw StructureException.Corrupt("A track describes no kind of sample.", stsd.FileOffset);
        }

        var codecId = entry.Type.ToString();
        var description = new SampleDescription { CodecId = codecId, Codec = CodecNames.Of(codecId) };

        return kind switch
        {
            TrackKind.Video => description with { Width = entry.UInt16(24), Height = entry.UInt16(26) },
            TrackKind.Audio => ReadAudio(entry, description),
            _ => description,
        };
    }

    private static SampleDescription ReadAudio(Box entry, SampleDescription description)
    {
        var read = description with { Channels = entry.UInt16(16), SampleRate = entry.UInt16(24) };
        if (!entry.Is("mp4a"u8) || !AudioEntry.TryFindDescriptor(entry, out var esds))
        {
            return read;
        }

        var config = AudioConfig.Read(esds.Payload);
        return read with
        {
            Codec = config.ObjectType is { } type ? CodecNames.OfObjectType(type) : read.Codec,
            SampleRate = config.SampleRate ?? read.SampleRate,
            Channels = config.Channels ?? read.Channels,
        };
    }
}
