using Clipyard.Failures;
using Clipyard.TikTokApi.Posting;
using FsCheck;
using FsCheck.Fluent;

namespace Clipyard.TikTokApi.Tests.Posting;

public sealed class ChunkPlanTests
{
    /// <summary>The documented limits, under both readings of MB.</summary>
    private const long FiveMegabytes = 5_242_880;
    private const long SixtyFourMegabytes = 64_000_000;
    private const long LargestLast = 128_000_000;

    [Theory]
    [InlineData(1, 1, 1, 1, "bytes 0-0/1")]
    [InlineData(3145728, 3145728, 1, 3145728, "bytes 0-3145727/3145728")]
    [InlineData(4999999, 4999999, 1, 4999999, "bytes 0-4999998/4999999")]
    [InlineData(5000000, 5000000, 1, 5000000, "bytes 0-4999999/5000000")]
    [InlineData(15000000, 15000000, 1, 15000000, "bytes 0-14999999/15000000")]
    [InlineData(64000000, 64000000, 1, 64000000, "bytes 0-63999999/64000000")]
    [InlineData(64000001, 10000000, 6, 14000001, "bytes 50000000-64000000/64000001")]
    [InlineData(67108865, 10000000, 6, 17108865, "bytes 50000000-67108864/67108865")]
    [InlineData(70000000, 10000000, 7, 10000000, "bytes 60000000-69999999/70000000")]
    [InlineData(121000000, 10000000, 12, 11000000, "bytes 110000000-120999999/121000000")]
    [InlineData(158008374, 10000000, 15, 18008374, "bytes 140000000-158008373/158008374")]
    [InlineData(1073741824, 10000000, 107, 13741824, "bytes 1060000000-1073741823/1073741824")]
    [InlineData(4294967296, 10000000, 429, 14967296, "bytes 4280000000-4294967295/4294967296")]
    public void Known_sizes_are_cut_as_they_should_be(long size, long chunk, int count, long last, string range)
    {
        var plan = ChunkPlan.For(size);

        plan.ChunkBytes.ShouldBe(chunk);
        plan.Count.ShouldBe(count);
        plan[count - 1].Length.ShouldBe(last);
        plan[count - 1].ContentRange(size).ShouldBe(range);
    }

    [Fact]
    public void The_example_of_the_documentation_comes_out_as_it_stands_there()
    {
        var plan = new ChunkPlan(50_000_123, 10_000_000, 5);

        Enumerable
            .Range(0, 5)
            .Select(index => plan[index].ContentRange(50_000_123))
            .ShouldBe([
                "bytes 0-9999999/50000123",
                "bytes 10000000-19999999/50000123",
                "bytes 20000000-29999999/50000123",
                "bytes 30000000-39999999/50000123",
                "bytes 40000000-50000122/50000123",
            ]);
        plan[4].Length.ShouldBe(10_000_123);
    }

    [Fact]
    public void Every_size_up_to_four_gibibytes_is_legal_under_both_readings_of_a_megabyte() =>
        Prop.ForAll(Sizes(), IsLegal).Check(Config.QuickThrowOnFailure.WithMaxTest(20_000));

    [Fact]
    public void What_TikTok_holds_leads_to_the_chunk_behind_it_whether_it_counts_or_names_the_last_byte() =>
        Prop.ForAll(Sizes(), LeadsOn).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));

    [Theory]
    [InlineData(0, "unsupported_media")]
    [InlineData(-1, "unsupported_media")]
    [InlineData(4294967297, "video_too_large")]
    [InlineData(6000000000, "video_too_large")]
    public void What_TikTok_does_not_take_at_all_has_no_plan(long size, string code) =>
        Should.Throw<ClipyardException>(() => ChunkPlan.For(size)).Code.ShouldBe(code);

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    public void There_is_no_chunk_beyond_the_plan(int index) =>
        Should.Throw<ArgumentOutOfRangeException>(() => ChunkPlan.For(1000)[index]);

    /// <summary>Small, around the edges, and anywhere.</summary>
    private static Arbitrary<long> Sizes() =>
        Gen.OneOf(
                Between(1, 200_000_000),
                Between(63_999_990, 64_000_010),
                Between(69_999_990, 70_000_010),
                Between(ChunkPlan.MaxVideoBytes - 20, ChunkPlan.MaxVideoBytes),
                Between(1, ChunkPlan.MaxVideoBytes)
            )
            .ToArbitrary();

    private static Gen<long> Between(long least, long most) =>
        from high in Gen.Choose(0, int.MaxValue)
        from low in Gen.Choose(0, 4095)
        select least + (high * 4096L + low) % (most - least + 1);

    private static bool IsLegal(long size)
    {
        var plan = ChunkPlan.For(size);
        var last = plan[plan.Count - 1];
        var follow = Enumerable
            .Range(1, plan.Count - 1)
            .All(index => plan[index].Offset == plan[index - 1].Offset + plan[index - 1].Length);
        var sizes =
            plan.Count == 1
                ? plan.ChunkBytes == size && size <= SixtyFourMegabytes
                : plan.ChunkBytes is >= FiveMegabytes and <= SixtyFourMegabytes
                    && last.Length is >= FiveMegabytes and <= LargestLast;
        return plan.Count == size / plan.ChunkBytes
            && plan.Count is >= 1 and <= 1000
            && plan[0].Offset == 0
            && last is { IsLast: true }
            && last.Offset + last.Length == size
            && follow
            && sizes;
    }

    private static bool LeadsOn(long size)
    {
        var plan = ChunkPlan.For(size);
        return plan.FirstMissing(0) == 0
            && Enumerable
                .Range(0, plan.Count)
                .All(index =>
                {
                    var held = plan[index].Offset + plan[index].Length;
                    return plan.FirstMissing(held) == index + 1
                        && (held == 1 || plan.FirstMissing(held - 1) == index + 1);
                });
    }
}
