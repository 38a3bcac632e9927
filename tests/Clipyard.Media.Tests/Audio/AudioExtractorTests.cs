using Clipyard.Media.Audio;
using Clipyard.Media.Probing;
using Clipyard.Media.Tests.Ffmpeg;
using Clipyard.Media.Tests.Probing;
using Clipyard.Testing.Media;

namespace Clipyard.Media.Tests.Audio;

public sealed class AudioExtractorTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("tide.mp4")]
    [InlineData("petals.mp4")]
    [InlineData("aurora-1080-hevc.mp4")]
    public async Task The_sound_of_a_clip_becomes_a_whole_file_of_its_own(string file)
    {
        var clip = Clip.Bytes(file);
        var original = Inspection.Of(clip).Info!;

        var (extraction, sound) = await ExtractAsync(clip);

        extraction.Outcome.ShouldBe(AudioOutcome.Extracted);
        extraction.BytesWritten.ShouldBe(sound.Length);
        var report = Inspection.Of(sound);
        report.Verdict.ShouldBe(StructureVerdict.Whole);
        var info = report.Info.ShouldNotBeNull();
        info.MajorBrand.ShouldBe("M4A ");
        info.IsFaststart.ShouldBeTrue();
        info.Duration.ShouldBe(original.Duration);
        info.Tracks.ShouldHaveSingleItem().ShouldBe(original.Audio);
    }

    [Theory]
    [InlineData("tide.mp4")]
    [InlineData("petals.mp4")]
    [InlineData("lava.mp4")]
    public async Task The_sound_decodes_to_the_same_samples(string file)
    {
        FfmpegJudge.SkipWithout();
        var clip = Clip.Bytes(file);

        var (_, sound) = await ExtractAsync(clip);

        (await FfmpegJudge.SoundHashAsync(sound, Stop)).ShouldBe(await FfmpegJudge.SoundHashAsync(clip, Stop));
    }

    [Fact]
    public async Task The_sound_of_a_fragmented_clip_decodes_to_the_same_samples()
    {
        FfmpegJudge.SkipWithout();
        var clip = Clip.Bytes("tide.mp4");
        var options = new[] { "-movflags", "frag_keyframe+empty_moov+default_base_moof" };
        var fragmented = await FfmpegJudge.RemuxAsync(clip, "mp4", options, Stop);
        Inspection.Of(fragmented).Verdict.ShouldBe(StructureVerdict.Whole);

        var (extraction, sound) = await ExtractAsync(fragmented);

        extraction.Outcome.ShouldBe(AudioOutcome.Extracted);
        (await FfmpegJudge.SoundHashAsync(sound, Stop)).ShouldBe(await FfmpegJudge.SoundHashAsync(fragmented, Stop));
    }

    [Fact]
    public async Task The_sound_of_a_QuickTime_film_decodes_to_the_same_samples()
    {
        FfmpegJudge.SkipWithout();
        var film = await FfmpegJudge.RemuxAsync(Clip.Bytes("tide.mp4"), "mov", [], Stop);
        var info = Inspection.Of(film).Info.ShouldNotBeNull();
        info.Container.ShouldBe(MediaContainer.Mov);
        info.Audio.ShouldNotBeNull().Codec.ShouldBe("aac");

        var (extraction, sound) = await ExtractAsync(film);

        extraction.Outcome.ShouldBe(AudioOutcome.Extracted);
        (await FfmpegJudge.SoundHashAsync(sound, Stop)).ShouldBe(await FfmpegJudge.SoundHashAsync(film, Stop));
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, true)]
    [InlineData(true, false)]
    public async Task The_media_data_is_the_sound_and_nothing_else(bool isWide, bool indexFirst)
    {
        var maker = new Mp4Maker { IsWide = isWide, IndexFirst = indexFirst };

        var (_, sound) = await ExtractAsync(maker.Build());

        Inspection.Of(sound).Verdict.ShouldBe(StructureVerdict.Whole);
        sound[^maker.Sound.Length..].ShouldBe(maker.Sound);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Fragments_are_joined_into_one(bool listsSamples)
    {
        var maker = new FragmentMaker { ListsSamples = listsSamples };

        var (extraction, sound) = await ExtractAsync(maker.Build());

        extraction.Outcome.ShouldBe(AudioOutcome.Extracted);
        var report = Inspection.Of(sound);
        report.Verdict.ShouldBe(StructureVerdict.Whole);
        report.Info!.IsFragmented.ShouldBeFalse();
        report.Info.Audio!.SampleCount.ShouldBe(12);
        sound[^maker.Sound.Length..].ShouldBe(maker.Sound);
    }

    [Fact]
    public async Task A_source_is_read_from_where_it_stands()
    {
        var maker = new Mp4Maker();
        using var source = new MemoryStream([.. new byte[100], .. maker.Build()]);
        source.Position = 100;
        using var destination = new MemoryStream();

        await AudioExtractor.ExtractAsync(source, destination, Stop);

        destination.ToArray()[^maker.Sound.Length..].ShouldBe(maker.Sound);
    }

    [Fact]
    public async Task A_film_without_sound_says_so_and_writes_nothing()
    {
        var (extraction, sound) = await ExtractAsync(Clip.Bytes("ripples-hevc-silent.mp4"));

        extraction.Outcome.ShouldBe(AudioOutcome.NoAudioTrack);
        sound.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Opus", 0x40)]
    [InlineData("enca", 0x40)]
    [InlineData("mp4a", 0x6b)]
    public async Task Sound_that_is_not_AAC_is_refused(string codec, byte objectType)
    {
        var (extraction, sound) = await ExtractAsync(
            new Mp4Maker { AudioCodec = codec, AudioObjectType = objectType }.Build()
        );

        extraction.Outcome.ShouldBe(AudioOutcome.UnsupportedCodec);
        extraction.Track.ShouldNotBeNull().CodecId.ShouldBe(codec);
        sound.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_cut_film_is_refused()
    {
        var (extraction, sound) = await ExtractAsync(Clip.Bytes("tide.mp4")[..^1]);

        extraction.Outcome.ShouldBe(AudioOutcome.NotWhole);
        extraction.Verdict.State.ShouldBe(StructureState.Incomplete);
        sound.ShouldBeEmpty();
    }

    [Fact]
    public async Task Cancelling_stops_the_work()
    {
        using var source = new MemoryStream(new Mp4Maker().Build());
        using var destination = new MemoryStream();
        using var cancellation = new CancellationTokenSource();
        await cancellation.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() =>
            AudioExtractor.ExtractAsync(source, destination, cancellation.Token)
        );
    }

    [Theory]
    [InlineData("plain")]
    [InlineData("fragments")]
    [InlineData("real")]
    public async Task Damage_never_does_more_than_change_the_outcome(string shape)
    {
        var file = SplitAndMutationTests.Build(shape);

        for (var seed = 0; seed < 3000; seed++)
        {
            var damaged = SplitAndMutationTests.Damage(file, new Random(seed));

            var (extraction, sound) = await ExtractAsync(damaged);

            sound.Length.ShouldBe((int)extraction.BytesWritten, $"seed {seed}");
            sound.Length.ShouldBeLessThan(4 * damaged.Length, $"seed {seed}");
            if (extraction.Outcome == AudioOutcome.Extracted)
            {
                Inspection.Of(sound).Verdict.ShouldBe(StructureVerdict.Whole, $"seed {seed}");
            }
        }
    }

    private static async Task<(AudioExtraction Extraction, byte[] Sound)> ExtractAsync(byte[] file)
    {
        using var source = new MemoryStream(file);
        using var destination = new MemoryStream();
        var extraction = await AudioExtractor.ExtractAsync(source, destination, Stop);
        return (extraction, destination.ToArray());
    }
}
