using Clipyard.Server.Data;

namespace Clipyard.Server.Tests.Data;

public sealed class CreationStampsTests
{
    private readonly ManualClock _clock = new();

    [Fact]
    public void However_many_are_made_at_once_they_have_the_clocks_instant_and_ids_in_their_order()
    {
        var stamps = new CreationStamps(_clock);

        var made = Enumerable.Range(0, 20_000).Select(_ => stamps.Next()).ToList();

        made.ShouldAllBe(stamp => stamp.At == _clock.GetUtcNow());
        made.Select(stamp => $"{stamp.Id}").ShouldBeInOrder(SortDirection.Ascending, StringComparer.Ordinal); // as SQLite compares
        made.Select(stamp => stamp.Id).ShouldBeInOrder();
        made.Select(stamp => stamp.Id).ShouldBeUnique();
    }

    [Fact]
    public void Instants_follow_the_clock_and_stay_while_it_is_set_back()
    {
        var noon = _clock.GetUtcNow();
        var hand = new SetByHand(noon);
        var stamps = new CreationStamps(hand);

        var first = stamps.Next();
        hand.Now = noon + TimeSpan.FromMilliseconds(1.6); // the database keeps whole ones
        var second = stamps.Next();
        hand.Now = noon - TimeSpan.FromHours(1);
        var third = stamps.Next();
        hand.Now = noon + TimeSpan.FromHours(1);
        var fourth = stamps.Next();

        new[] { first, second, third, fourth }
            .Select(stamp => stamp.At - noon)
            .ShouldBe([
                TimeSpan.Zero,
                TimeSpan.FromMilliseconds(1),
                TimeSpan.FromMilliseconds(1),
                TimeSpan.FromHours(1),
            ]);
        new[] { first, second, third, fourth }.Select(stamp => stamp.Id).ShouldBeInOrder();
    }

    [Fact]
    public void Ids_are_of_version_7_and_begin_with_their_instant()
    {
        var stamp = new CreationStamps(_clock).Next();

        stamp.Id.Version.ShouldBe(7);
        (stamp.Id.Variant & 0xC).ShouldBe(0x8);
        Convert.ToInt64($"{stamp.Id:N}"[..12], 16).ShouldBe(stamp.At.ToUnixTimeMilliseconds());
    }

    [Fact]
    public void Callers_at_the_same_moment_get_different_ones()
    {
        var stamps = new CreationStamps(_clock);
        var ids = new System.Collections.Concurrent.ConcurrentBag<Guid>();

        Parallel.For(0, 8, _ => Enumerable.Range(0, 2_000).ToList().ForEach(_ => ids.Add(stamps.Next().Id)));

        ids.Select(id => $"{id:N}"[..20]).ShouldBeUnique(); // the instant and the counter, without the chance behind
    }

    private sealed class SetByHand(DateTimeOffset now) : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = now;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
