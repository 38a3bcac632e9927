using Clipyard.Media.Probing;
using Clipyard.Testing.Media;

namespace Clipyard.Media.Tests.Probing;

public sealed class FragmentTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Fragments_are_added_up(bool listsSamples)
    {
        var report = Inspection.Of(new FragmentMaker { ListsSamples = listsSamples }.Build());

        report.Verdict.ShouldBe(StructureVerdict.Whole);
        report.Info.ShouldNotBeNull().IsFragmented.ShouldBeTrue();
        var audio = report.Info!.Audio.ShouldNotBeNull();
        audio.SampleCount.ShouldBe(12);
        audio.Duration!.Value.TotalSeconds.ShouldBe(12 * 1024 / 44100d, tolerance: 0.0001);
    }

    [Fact]
    public void A_run_outside_the_media_data_is_corrupt() =>
        Inspection.Of(new FragmentMaker { Shift = -3 }.Build()).Verdict.State.ShouldBe(StructureState.Corrupt);

    [Fact]
    public void A_run_beyond_the_file_is_incomplete() =>
        Inspection.Of(new FragmentMaker { Shift = 500 }.Build()).Verdict.State.ShouldBe(StructureState.Incomplete);

    [Fact]
    public void A_fragment_of_an_unknown_track_is_corrupt() =>
        Inspection.Of(new FragmentMaker { Track = 9 }.Build()).Verdict.State.ShouldBe(StructureState.Corrupt);

    [Fact]
    public void Announced_fragments_that_are_missing_make_a_file_incomplete() =>
        Inspection.Of(new FragmentMaker { Fragments = 0 }.Build()).Verdict.State.ShouldBe(StructureState.Incomplete);

    [Fact]
    public void A_cut_anywhere_but_between_fragments_is_incomplete()
    {
        var file = new FragmentMaker().Build();
        var twoFragments = new FragmentMaker { Fragments = 2 }
            .Build()
            .Length;

        for (var cut = twoFragments + 1; cut < file.Length; cut++)
        {
            Inspection.Of(file[..cut]).Verdict.State.ShouldBe(StructureState.Incomplete, $"cut at {cut}");
        }
    }
}
