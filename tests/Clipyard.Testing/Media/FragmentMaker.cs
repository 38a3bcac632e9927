using static Clipyard.Testing.Media.Bytes;

namespace Clipyard.Testing.Media;

/// <summary>Makes a small fragmented MP4: an index without samples, then fragments of one AAC track.</summary>
public sealed record FragmentMaker
{
    private const uint SampleBytes = 10;
    private const uint SamplesPerFragment = 4;
    private const uint BaseIsFragment = 0x20000;

    public int Fragments { get; init; } = 3;

    /// <summary>Sizes and durations listed sample by sample, instead of by the defaults.</summary>
    public bool ListsSamples { get; init; } = true;

    /// <summary>Added to each run's place, to make it point elsewhere.</summary>
    public int Shift { get; init; }

    /// <summary>The track that the fragments say they belong to; the index has track 2.</summary>
    public uint Track { get; init; } = 2;

    /// <summary>The sound's bytes, in order.</summary>
    public byte[] Sound =>
        [.. Enumerable.Range(0, Fragments * (int)(SampleBytes * SamplesPerFragment)).Select(i => (byte)(i * 7))];

    public byte[] Build()
    {
        var parts = Enumerable.Range(0, Fragments).Select(Fragment);
        return Join([Box("ftyp", Text("iso5"), UInt32(0), Text("iso5")), Index(), .. parts]);
    }

    private static byte[] Index()
    {
        // The maker of whole files knows how a track looks; its video track and its samples are taken out.
        var moov = new Mp4Maker { AudioSamples = 0, VideoDurations = [] }.Index(0);
        var defaults = Box("mvex", Box("trex", UInt32s(0, 2, 1, 1024, SampleBytes, 0)));
        return Box("moov", moov[8..], defaults);
    }

    private byte[] Fragment(int number)
    {
        var listed = Join([.. Enumerable.Repeat(UInt32s(1024, SampleBytes), (int)SamplesPerFragment)]);
        var flags = ListsSamples ? 0x301u : 0x1u;

        byte[] Build(uint at) =>
            Box(
                "moof",
                Box("mfhd", UInt32s(0, (uint)number + 1)),
                Box(
                    "traf",
                    Box("tfhd", UInt32s(BaseIsFragment, Track)),
                    Box("trun", UInt32s(flags, SamplesPerFragment, at), ListsSamples ? listed : [])
                )
            );

        var bytes = (int)(SampleBytes * SamplesPerFragment);
        var header = Build((uint)(Build(0).Length + 8 + Shift));
        return Join(header, Box("mdat", Sound[(number * bytes)..((number + 1) * bytes)]));
    }
}
