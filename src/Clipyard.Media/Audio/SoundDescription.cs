using System.Buffers.Binary;
using Clipyard.Media.Probing;

namespace Clipyard.Media.Audio;

/// <summary>Writes the sample descriptions, turning QuickTime's form into the one that every player of <c>.m4a</c> reads.</summary>
internal static class SoundDescription
{
    public static void Write(BoxBuilder to, Box stsd)
    {
        to.Begin("stsd"u8).UInt32(0).UInt32(stsd.UInt32(4));
        var entries = stsd.Children(8);
        while (entries.TryRead(out var entry))
        {
            if (entry.UInt16(8) != 0 && AudioEntry.TryFindDescriptor(entry, out var esds))
            {
                WritePlain(to, entry, esds);
            }
            else
            {
                to.Copy(entry);
            }
        }

        to.End();
    }

    private static void WritePlain(BoxBuilder to, Box entry, Box esds)
    {
        Span<byte> plain = stackalloc byte[AudioEntry.PlainBytes];
        entry.Payload[..8].CopyTo(plain); // reserved bytes and the data reference
        BinaryPrimitives.WriteUInt16BigEndian(plain[16..], entry.UInt16(16)); // channels
        BinaryPrimitives.WriteUInt16BigEndian(plain[18..], 16); // bits per sample, by convention
        var rate = AudioConfig.Read(esds.Payload).SampleRate ?? entry.UInt16(24);
        BinaryPrimitives.WriteUInt16BigEndian(plain[24..], (ushort)Math.Min(rate, ushort.MaxValue)); // samples per second

        to.Begin(entry.Type).Bytes(plain).Copy(esds).End();
    }
}
