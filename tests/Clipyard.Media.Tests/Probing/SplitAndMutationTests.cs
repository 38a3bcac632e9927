using System.Diagnostics;
using Clipyard.Media.Probing;
using Clipyard.Media.Tests.Webm;
using Clipyard.Testing.Media;

namespace Clipyard.Media.Tests.Probing;

public sealed class SplitAndMutationTests
{
    private const int Mutations = 4000;

    // The index of a real clip lies in its first bytes; damage to media data is not noticed, and not looked for.
    private const int DamagedBytes = 4096;

    public static TheoryData<string> Shapes =>
        new("plain", "index last", "wide", "fragments", "real", "cut", "page", "webm", "live webm", "cut webm");

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Pieces_of_any_size_give_the_same_report(string shape)
    {
        var file = Build(shape);
        var whole = Inspection.Describe(Inspection.OfAny(file));

        Inspection.Describe(Inspection.AnyInPieces(file, () => 1)).ShouldBe(whole);
        for (var seed = 0; seed < 50; seed++)
        {
            var random = new Random(seed);
            Inspection.Describe(Inspection.AnyInPieces(file, () => random.Next(1, 40))).ShouldBe(whole, $"seed {seed}");
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task Seeking_gives_the_same_report(string shape)
    {
        var file = Build(shape);
        using var stream = new MemoryStream(file);

        var report = await MediaProbe.ReadAsync(stream, TestContext.Current.CancellationToken);

        Inspection.Describe(report).ShouldBe(Inspection.Describe(Inspection.OfAny(file)));
    }

    [Theory]
    [InlineData("plain")]
    [InlineData("wide")]
    [InlineData("fragments")]
    [InlineData("real")]
    [InlineData("webm")]
    [InlineData("live webm")]
    public async Task Damage_never_does_more_than_change_the_verdict(string shape)
    {
        var file = Build(shape);
        var slowest = TimeSpan.Zero;
        var before = GC.GetAllocatedBytesForCurrentThread();

        for (var seed = 0; seed < Mutations; seed++)
        {
            var damaged = Damage(file, new Random(seed));
            var started = Stopwatch.GetTimestamp();

            var report = Inspection.OfAny(damaged);

            var elapsed = Stopwatch.GetElapsedTime(started);
            slowest = elapsed > slowest ? elapsed : slowest;
            Enum.IsDefined(report.Verdict.State).ShouldBeTrue();
            (report.Verdict.Problem is null).ShouldBe(report.Verdict.IsWhole);

            using var stream = new MemoryStream(damaged);
            var sought = await MediaProbe.ReadAsync(stream, TestContext.Current.CancellationToken);
            Inspection.Describe(sought).ShouldBe(Inspection.Describe(report), $"seed {seed}");
        }

        slowest.ShouldBeLessThan(TimeSpan.FromSeconds(5));
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(Mutations * 200L * 1024);
    }

    internal static byte[] Build(string shape) =>
        shape switch
        {
            "plain" => new Mp4Maker().Build(),
            "index last" => new Mp4Maker { IndexFirst = false }.Build(),
            "wide" => new Mp4Maker { IsWide = true, Media = content => Bytes.WideBox("mdat", content) }.Build(),
            "fragments" => new FragmentMaker().Build(),
            "real" => Clip.Bytes("evening.m4a"),
            "webm" => new WebmMaker { Duration = 240, HasCues = true }.Build(),
            "live webm" => new WebmMaker { IsLive = true, GroupedDuration = 40 }.Build(),
            "cut webm" => new WebmMaker().Build()[..^20],
            "cut" => new Mp4Maker().Build()[..^20],
            _ => Bytes.Text("<!DOCTYPE html><html><head><title>TikTok - Make Your Day</title></head></html>"),
        };

    [Fact]
    public void Random_bytes_after_any_beginning_are_judged_within_bounds()
    {
        byte[][] beginnings =
        [
            [],
            new WebmMaker().Build()[..60],
            new WebmMaker { IsLive = true }.Build()[..150],
            new Mp4Maker().Build()[..40],
        ];
        var noise = new byte[8 * 1024];
        var before = GC.GetAllocatedBytesForCurrentThread();

        for (var seed = 0; seed < Mutations; seed++)
        {
            new Random(seed).NextBytes(noise);

            var report = Inspection.OfAny([.. beginnings[seed % beginnings.Length], .. noise]);

            (report.Verdict.Problem is null).ShouldBe(report.Verdict.IsWhole);
        }

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(Mutations * 100L * 1024);
    }

    // One to six changes: extreme values where lengths and counts are, flipped bits, lost or doubled stretches.
    internal static byte[] Damage(byte[] file, Random random)
    {
        var bytes = file.ToList();
        for (var changes = random.Next(1, 7); changes > 0 && bytes.Count > 8; changes--)
        {
            var at = random.Next(Math.Min(bytes.Count - 4, DamagedBytes));
            switch (random.Next(5))
            {
                case 0:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    bytes[at] = bytes[at + 1] = bytes[at + 2] = bytes[at + 3] = 0xff;
                    break;
                case 2:
                    bytes[at] = bytes[at + 1] = bytes[at + 2] = 0;
                    bytes[at + 3] = (byte)random.Next(20);
                    break;
                case 3:
                    bytes.RemoveRange(at, random.Next(1, Math.Min(20, bytes.Count - at)));
                    break;
                default:
                    bytes.InsertRange(at, bytes.GetRange(at, Math.Min(random.Next(1, 40), bytes.Count - at)));
                    break;
            }
        }

        return [.. bytes];
    }
}
