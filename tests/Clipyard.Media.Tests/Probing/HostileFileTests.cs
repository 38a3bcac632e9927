using Clipyard.Media.Probing;
using Clipyard.Testing.Media;
using static Clipyard.Testing.Media.Bytes;

namespace Clipyard.Media.Tests.Probing;

public sealed class HostileFileTests
{
    private static readonly byte[] Brands = Box("ftyp", Text("isom"), U32(0));

    public static TheoryData<string, byte[]> Foreigners =>
        new()
        {
            { "empty", [] },
            { "web page", Text("<!DOCTYPE html><html><body>Please wait...</body></html>") },
            { "short page", Text("<html>") },
            { "JSON", Text("{\"status_code\": 10204, \"message\": \"\"}") },
            { "text", Text("Access Denied. You do not have permission.") },
            { "JPEG", Join([0xff, 0xd8, 0xff, 0xe0], Zeros(500)) },
            { "WebP", Join(Text("RIFF"), U32(99), Text("WEBPVP8 "), Zeros(99)) },
            { "MP3", Join(Text("ID3"), Zeros(40)) },
            { "WebM", Join([0x1a, 0x45, 0xdf, 0xa3], Zeros(40)) },
            { "AVIF", Join(Box("ftyp", Text("avif"), U32(0)), Box("meta", Zeros(8)), Box("mdat", Zeros(9))) },
            { "noise", [.. Enumerable.Range(0, 600).Select(i => (byte)((i * 89) + 200))] },
        };

    [Theory]
    [MemberData(nameof(Foreigners))]
    public void What_is_no_video_is_named_as_such(string what, byte[] file)
    {
        var report = Inspection.Of(file);

        report.Verdict.State.ShouldBe(StructureState.NotMedia, what);
        report.Verdict.Problem.ShouldNotBeNullOrEmpty();
        report.Info.ShouldBeNull();
    }

    [Fact]
    public void A_web_page_is_known_before_it_has_passed()
    {
        var inspector = new Mp4Inspector();

        inspector.Append(Text("<!DOCTYPE html><html>"));

        inspector.Fault.ShouldNotBeNull().State.ShouldBe(StructureState.NotMedia);
    }

    public static TheoryData<string, byte[]> Corruptions =>
        new()
        {
            { "size 3", Join(Brands, SizedBox("moov", 3)) },
            { "64-bit size 2", Join(Brands, U32(1), Text("mdat"), U64(2)) },
            { "64-bit size of all ones", Join(Brands, U32(1), Text("mdat"), U64(ulong.MaxValue)) },
            { "no box type", Join(Brands, SizedBox("\u0001\u0002\u0003\u0004", 50, Zeros(42))) },
            { "index of unknown length", Join(Brands, OpenBox("moov", Zeros(50))) },
            { "index of 4 GB", Join(Brands, SizedBox("moov", 0xfffffff0, Zeros(50))) },
            { "index without tracks", Join(Brands, Box("moov", Box("mvhd", Zeros(100)))) },
            { "index without header", Join(Brands, Box("moov", Box("udta"))) },
            { "child outside its parent", Join(Brands, Box("moov", SizedBox("trak", 500, Zeros(20)))) },
            { "child with half a header", Join(Brands, Box("moov", [0, 0, 0, 9, 1])) },
            { "track without parts", Join(Brands, Box("moov", Box("trak"))) },
            { "fragment before the index", Join(Brands, Box("moof", Zeros(8))) },
            { "two indexes", Join(new Mp4Maker().Build(), new Mp4Maker().Index(0)) },
            { "samples in the index", new Mp4Maker { Shift = -40 }.Build() },
            {
                "samples across the end of the media data",
                new Mp4Maker { Shift = 5, After = Box("free", Zeros(50)) }.Build()
            },
            { "4 billion listed sizes", Replace(new Mp4Maker().Build(), "stsz", 8, U32(uint.MaxValue)) },
            { "4 billion durations", Replace(new Mp4Maker().Build(), "stts", 4, U32(uint.MaxValue)) },
            { "4 billion chunks", Replace(new Mp4Maker().Build(), "stco", 4, U32(uint.MaxValue)) },
            { "more samples than places", Replace(new Mp4Maker().Build(), "stsc", 12, U32(1)) },
        };

    [Theory]
    [MemberData(nameof(Corruptions))]
    public void A_file_that_contradicts_itself_is_corrupt(string what, byte[] file)
    {
        var verdict = Inspection.Of(file).Verdict;

        verdict.State.ShouldBe(StructureState.Corrupt, $"{what}: {verdict.Problem}");
        verdict.Problem.ShouldNotBeNullOrEmpty();
        verdict.Offset.ShouldNotBeNull().ShouldBeInRange(0, file.Length);
    }

    [Fact]
    public void Four_billion_samples_of_four_gigabytes_are_judged_at_once()
    {
        var file = Replace(new Mp4Maker().Build(), "stsz", 4, U32s(uint.MaxValue, uint.MaxValue));
        file = Replace(file, "stsc", 12, U32(uint.MaxValue));

        Inspection.Of(file).Verdict.IsWhole.ShouldBeFalse();
    }

    [Fact]
    public void A_claimed_length_alone_costs_no_memory()
    {
        var file = Join(Brands, SizedBox("moov", 60 * 1024 * 1024, Zeros(50)));
        var before = GC.GetAllocatedBytesForCurrentThread();

        Inspection.Of(file).Verdict.State.ShouldBe(StructureState.Incomplete);

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(64 * 1024);
    }

    [Fact]
    public void Media_data_passes_by_without_allocating()
    {
        var inspector = new Mp4Inspector();
        inspector.Append(Join(Brands, SizedBox("mdat", 0x7fffffff)));
        var buffer = new byte[64 * 1024];
        inspector.Append(buffer);
        var before = GC.GetAllocatedBytesForCurrentThread();

        for (var i = 0; i < 10_000; i++)
        {
            inspector.Append(buffer);
        }

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
        inspector.Complete().Verdict.State.ShouldBe(StructureState.Incomplete);
    }

    // Overwrites bytes of the first box of this type, counted from its payload.
    private static byte[] Replace(byte[] file, string type, int at, byte[] bytes)
    {
        var copy = file.ToArray();
        bytes.CopyTo(copy, copy.AsSpan().IndexOf(Text(type)) + 4 + at);
        return copy;
    }
}
