using Clipyard.Media.Audio;
using Clipyard.Media.Probing;
using Clipyard.Testing.Media;

namespace Clipyard.Media.Tests.Audio;

public sealed class AudioFileTests
{
    [Fact]
    public async Task An_MP3_is_walked_frame_by_frame()
    {
        using var stream = new MemoryStream(Clip.Bytes("morning.mp3"));

        var report = await AudioFileProbe.ReadAsync(stream, TestContext.Current.CancellationToken);

        report.Kind.ShouldBe(AudioFileKind.Mp3);
        report.Verdict.ShouldBe(StructureVerdict.Whole);
        report.Duration.ShouldNotBeNull().TotalSeconds.ShouldBe(10.03, tolerance: 0.06);
        (report.SampleRate, report.Channels).ShouldBe((44100, 1));
        report.SizeBytes.ShouldBe(stream.Length);
    }

    [Fact]
    public async Task An_M4A_is_told_from_an_MP3()
    {
        using var stream = new MemoryStream(Clip.Bytes("evening.m4a"));

        var report = await AudioFileProbe.ReadAsync(stream, TestContext.Current.CancellationToken);

        report.Kind.ShouldBe(AudioFileKind.M4a);
        report.Verdict.ShouldBe(StructureVerdict.Whole);
        report.Duration.ShouldBe(TimeSpan.FromSeconds(10));
    }

    [Theory]
    [InlineData("morning.mp3")]
    [InlineData("evening.m4a")]
    public void A_cut_sound_is_incomplete(string file) =>
        Inspect(Clip.Bytes(file)[..^3], 4096).Verdict.State.ShouldBe(StructureState.Incomplete);

    [Theory]
    [InlineData("morning.mp3")]
    [InlineData("evening.m4a")]
    public void Pieces_of_any_size_give_the_same_report(string file)
    {
        var bytes = Clip.Bytes(file);
        var whole = Inspect(bytes, bytes.Length);

        Inspect(bytes, 1).ShouldBe(whole);
        Inspect(bytes, 7).ShouldBe(whole);
    }

    [Fact]
    public void An_old_tag_at_the_end_belongs_to_an_MP3()
    {
        byte[] tagged = [.. Clip.Bytes("morning.mp3"), .. Bytes.Text("TAG"), .. Bytes.Zeros(125)];

        Inspect(tagged, 4096).Verdict.ShouldBe(StructureVerdict.Whole);
    }

    [Fact]
    public void Frames_that_turn_into_something_else_are_corrupt()
    {
        byte[] mixed = [.. Clip.Bytes("morning.mp3"), .. Bytes.Text("<html>")];

        Inspect(mixed, 4096).Verdict.State.ShouldBe(StructureState.Corrupt);
    }

    [Theory]
    [InlineData("<!DOCTYPE html><html>")]
    [InlineData("")]
    [InlineData("plain words, no sound")]
    public void What_is_no_sound_is_named_as_such(string text)
    {
        var report = Inspect(Bytes.Text(text), 5);

        report.Kind.ShouldBe(AudioFileKind.Unknown);
        report.Verdict.State.ShouldBe(StructureState.NotMedia);
    }

    [Fact]
    public void A_film_without_sound_is_no_sound_file() =>
        Inspect(Clip.Bytes("ripples-hevc-silent.mp4"), 4096).Verdict.State.ShouldBe(StructureState.NotMedia);

    private static AudioFileReport Inspect(byte[] file, int pieceBytes)
    {
        var inspector = new AudioFileInspector();
        foreach (var piece in file.Chunk(Math.Max(1, pieceBytes)))
        {
            inspector.Append(piece);
        }

        return inspector.Complete();
    }
}
