using Clipyard.Media.Probing;
using Clipyard.Media.Tests.Probing;
using Clipyard.Media.Webm;
using static Clipyard.Media.Tests.Webm.WebmMaker;
using static Clipyard.Testing.Media.Bytes;

namespace Clipyard.Media.Tests.Webm;

public sealed class HostileWebmTests
{
    private static readonly byte[] Header = Element(ElementId.Header, Element(ElementId.DocType, Text("webm")));

    [Fact]
    public void A_file_cut_anywhere_is_incomplete()
    {
        var file = new WebmMaker { HasCues = true }.Build();

        for (var cut = 4; cut < file.Length; cut++)
        {
            var verdict = Inspection.OfAny(file[..cut]).Verdict;

            verdict.State.ShouldBe(StructureState.Incomplete, $"cut at {cut}: {verdict.Problem}");
            verdict.Offset.ShouldBe(cut);
        }
    }

    [Fact]
    public void A_recording_without_sizes_is_incomplete_when_cut_inside_a_block()
    {
        var file = new WebmMaker { IsLive = true }.Build();

        Inspection.OfAny(file[..^3]).Verdict.State.ShouldBe(StructureState.Incomplete);
    }

    public static TheoryData<string, byte[]> Corruptions =>
        new()
        {
            { "no element where one should be", Join(Header, U32(0x18538067), [0x8a], Zeros(10)) },
            { "a size of more than eight bytes", Join(Header, [0xec, 0x00], Zeros(9)) },
            { "a child outside its parent", Join(Header, U32(0x18538067), [0x82, 0xec, 0x85]) },
            { "tracks of unknown size", Join(Header, Open(ElementId.Segment), Open(ElementId.Tracks), Zeros(9)) },
            { "a list of tracks of 250 MB", Join(Header, Open(ElementId.Segment), Claim(ElementId.Tracks)) },
            { "a list without tracks", Join(Header, Element(ElementId.Segment, Element(ElementId.Tracks))) },
            {
                "a time of three thousand bytes",
                Join(
                    Header,
                    Open(ElementId.Segment),
                    Open(ElementId.Cluster),
                    Element(ElementId.Timestamp, Zeros(3000))
                )
            },
            {
                "a time beyond all times",
                Join(
                    Header,
                    Open(ElementId.Segment),
                    Open(ElementId.Cluster),
                    Element(ElementId.Timestamp, U64(ulong.MaxValue))
                )
            },
            {
                "a block of two bytes",
                Join(Header, Open(ElementId.Segment), Open(ElementId.Cluster), Element(ElementId.SimpleBlock, Zeros(2)))
            },
            { "time in units of nothing", new WebmMaker { Unit = 0 }.Build() },
            { "a block of an unknown track", new WebmMaker { SoundTrack = 9 }.Build() },
            { "a second film", Join(new WebmMaker().Build(), new WebmMaker().Build()) },
        };

    [Theory]
    [MemberData(nameof(Corruptions))]
    public void A_file_that_contradicts_itself_is_corrupt(string what, byte[] file)
    {
        var verdict = Inspection.OfAny(file).Verdict;

        verdict.State.ShouldBe(StructureState.Corrupt, $"{what}: {verdict.Problem}");
        verdict.Problem.ShouldNotBeNullOrEmpty();
        verdict.Offset.ShouldNotBeNull().ShouldBeInRange(0, file.Length);
    }

    [Fact]
    public void A_segment_that_claims_more_than_there_is_makes_a_file_incomplete() =>
        Inspection.OfAny(new WebmMaker { Excess = 1 }.Build()).Verdict.State.ShouldBe(StructureState.Incomplete);

    [Fact]
    public void A_document_of_another_kind_is_no_video()
    {
        var report = Inspection.OfAny(new WebmMaker { DocType = "ledger" }.Build());

        report.Verdict.State.ShouldBe(StructureState.NotMedia);
        report.Verdict.Problem.ShouldNotBeNull().ShouldContain("ledger");
        report.Info.ShouldBeNull();
    }

    [Fact]
    public void A_claimed_length_alone_costs_no_memory()
    {
        byte[] list = [0x16, 0x54, 0xae, 0x6b, 0x10, 0x3f, 0xff, 0x00];
        var file = Join(Header, Open(ElementId.Segment), list, Zeros(50));
        var before = GC.GetAllocatedBytesForCurrentThread();

        Inspection.OfAny(file).Verdict.State.ShouldBe(StructureState.Incomplete);

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(64 * 1024);
    }

    [Fact]
    public void Blocks_pass_by_without_allocating()
    {
        var inspector = new MediaInspector();
        inspector.Append(new WebmMaker { IsLive = true }.Build());
        byte[] block = Element(ElementId.SimpleBlock, [0x81, 0, 0, 0x80], Zeros(1000));
        inspector.Append(block);
        var before = GC.GetAllocatedBytesForCurrentThread();

        for (var i = 0; i < 10_000; i++)
        {
            inspector.Append(block);
        }

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
        inspector.Complete().Info!.Video!.SampleCount.ShouldBe(10_007);
    }

    private static byte[] Open(uint id) => Join(U32(id), [0x01, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]);

    private static byte[] Claim(uint id) => Join(U32(id), U32(0x1fffff00));
}
