using Clipyard.Media.Probing;

namespace Clipyard.Media.Audio;

/// <summary>Writes the track of the new file after the source's.</summary>
internal sealed class SoundTrackBuilder(
    BoxBuilder to,
    SoundSpan span,
    FragmentSamples? fragments,
    IReadOnlyList<FileRange> chunks
)
{
    private const uint SelfContained = 1;

    public void Write(Box trak, long mediaAt, bool isFar)
    {
        to.Begin("trak"u8);
        var children = trak.Children();
        while (children.TryRead(out var child))
        {
            if (child.Is("tkhd"u8))
            {
                to.CopyWithDuration(child, narrowAt: 20, wideAt: 28, span.MovieUnits);
            }
            else if (child.Is("edts"u8) && fragments is null)
            {
                to.Copy(child);
            }
            else if (child.Is("mdia"u8))
            {
                WriteEdits();
                WriteMedia(child, mediaAt, isFar);
            }
        }

        to.End();
    }

    // A fragmented source leaves the length of its edit open; the new file knows it.
    private void WriteEdits()
    {
        if (fragments is null || span.FirstHeard == 0)
        {
            return;
        }

        to.Begin("edts"u8).Begin("elst"u8).UInt32(0).UInt32(1);
        to.UInt32((uint)Math.Min(span.MovieUnits, uint.MaxValue)).UInt32(span.FirstHeard).UInt32(0x10000);
        to.End().End();
    }

    private void WriteMedia(Box mdia, long mediaAt, bool isFar)
    {
        to.Begin("mdia"u8);
        var children = mdia.Children();
        while (children.TryRead(out var child))
        {
            if (child.Is("mdhd"u8))
            {
                to.CopyWithDuration(child, narrowAt: 16, wideAt: 24, span.MediaUnits);
            }
            else if (child.Is("hdlr"u8))
            {
                to.Copy(child);
            }
            else if (child.Is("minf"u8))
            {
                WriteInformation(child, mediaAt, isFar);
            }
        }

        to.End();
    }

    private void WriteInformation(Box minf, long mediaAt, bool isFar)
    {
        to.Begin("minf"u8);
        to.Begin("smhd"u8).UInt32(0).UInt32(0).End();
        to.Begin("dinf"u8).Begin("dref"u8).UInt32(0).UInt32(1);
        to.Begin("url "u8).UInt32(SelfContained).End();
        to.End().End();

        var children = minf.Children();
        while (children.TryRead(out var child))
        {
            if (child.Is("stbl"u8))
            {
                WriteTables(child, mediaAt, isFar);
            }
        }

        to.End();
    }

    private void WriteTables(Box stbl, long mediaAt, bool isFar)
    {
        to.Begin("stbl"u8);
        var children = stbl.Children();
        while (children.TryRead(out var child))
        {
            if (child.Is("stsd"u8))
            {
                SoundDescription.Write(to, child);
            }
            else if (fragments is null && IsKept(child))
            {
                to.Copy(child);
            }
        }

        if (fragments is not null)
        {
            WriteSamples(fragments);
        }

        WritePlaces(mediaAt, isFar);
        to.End();
    }

    // Durations, sizes and samples per chunk hold as they are: the chunks keep their order and content.
    // Groups carry the decoder's run-up ('roll'), which players use to start cleanly.
    private static bool IsKept(Box box) =>
        box.Is("stts"u8)
        || box.Is("stsz"u8)
        || box.Is("stz2"u8)
        || box.Is("stsc"u8)
        || box.Is("sgpd"u8)
        || box.Is("sbgp"u8);

    private void WritePlaces(long mediaAt, bool isFar)
    {
        to.Begin(isFar ? "co64"u8 : "stco"u8).UInt32(0).UInt32((uint)chunks.Count);
        foreach (var chunk in chunks)
        {
            _ = isFar ? to.UInt64((ulong)mediaAt) : to.UInt32((uint)mediaAt);
            mediaAt += chunk.Length;
        }

        to.End();
    }

    private void WriteSamples(FragmentSamples samples)
    {
        WriteRuns("stts"u8, samples.Durations);

        to.Begin("stsz"u8).UInt32(0).UInt32(0).UInt32((uint)samples.Sizes.Length);
        foreach (var size in samples.Sizes)
        {
            to.UInt32(size);
        }

        to.End();

        to.Begin("stsc"u8).UInt32(0).UInt32((uint)samples.SamplesPerRange.Count);
        for (var chunk = 0; chunk < samples.SamplesPerRange.Count; chunk++)
        {
            to.UInt32((uint)chunk + 1).UInt32((uint)samples.SamplesPerRange[chunk]).UInt32(1);
        }

        to.End();
    }

    private void WriteRuns(ReadOnlySpan<byte> type, ReadOnlySpan<uint> values)
    {
        List<(uint Count, uint Value)> runs = [];
        foreach (var value in values)
        {
            if (runs.Count > 0 && runs[^1].Value == value)
            {
                runs[^1] = (runs[^1].Count + 1, value);
            }
            else
            {
                runs.Add((1, value));
            }
        }

        to.Begin(type).UInt32(0).UInt32((uint)runs.Count);
        foreach (var (count, value) in runs)
        {
            to.UInt32(count).UInt32(value);
        }

        to.End();
    }
}
