using Clipyard.Server.Jobs;

namespace Clipyard.Server.Tests.Jobs;

public sealed class LaneSlotsTests
{
    private readonly ManualClock _clock = new();

    /// <summary>A busy lane wakes itself before its slot is free, so it is the first to ask for it again.</summary>
    [Fact]
    public void A_lane_that_waits_gets_the_next_slot_even_if_a_busy_one_asks_before_it()
    {
        var slots = Slots(stepsAtOnce: 1);
        slots.TryTake("test:busy").ShouldBeTrue();
        slots.TryTake("test:waits").ShouldBeFalse();

        slots.GiveBack("test:busy").ShouldBe("test:waits");

        slots.TryTake("test:busy").ShouldBeFalse();
        slots.TryTake("test:waits").ShouldBeTrue();
        slots.GiveBack("test:waits").ShouldBe("test:busy");
        slots.TryTake("test:busy").ShouldBeTrue();
    }

    [Fact]
    public void A_slot_whose_lane_does_not_come_is_free_again_after_ten_seconds()
    {
        var slots = Slots(stepsAtOnce: 1);
        slots.TryTake("test:busy");
        slots.TryTake("test:lost");
        slots.TryTake("test:waits");
        slots.GiveBack("test:busy").ShouldBe("test:lost");
        slots.IsWaiting("test:waits").ShouldBeTrue();

        _clock.Advance(TimeSpan.FromSeconds(10));

        slots.IsWaiting("test:waits").ShouldBeFalse("somebody must wake it now");
        slots.TryTake("test:waits").ShouldBeTrue();
        slots.Waiting.ShouldBe(0);
    }

    [Fact]
    public void Lanes_of_one_owner_leave_room_for_others()
    {
        var slots = Slots(stepsAtOnce: 4, ofOneOwner: 2);
        slots.TryTake("test:ada.1").ShouldBeTrue();
        slots.TryTake("test:ada.2").ShouldBeTrue();
        slots.TryTake("test:ada.3").ShouldBeFalse();

        slots.TryTake("test:ben.1").ShouldBeTrue();
        slots.GiveBack("test:ben.1").ShouldBeNull("ada has as much as one may have");
        slots.GiveBack("test:ada.1").ShouldBe("test:ada.3");
        slots.TryTake("test:ada.1").ShouldBeFalse("the place is kept");
        slots.TryTake("test:ada.3").ShouldBeTrue();
    }

    private LaneSlots Slots(int stepsAtOnce, int? ofOneOwner = null) =>
        new([new LaneKind("test:", stepsAtOnce, new NoSteps()) { StepsOfOneOwner = ofOneOwner }], _clock);

    private sealed class NoSteps : ILaneRunner
    {
        public Task<DateTimeOffset?> StepAsync(string lane, CancellationToken cancellationToken) =>
            Task.FromResult<DateTimeOffset?>(null);
    }
}
