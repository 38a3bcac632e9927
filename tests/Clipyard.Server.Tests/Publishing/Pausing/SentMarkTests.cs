using Clipyard.Server.Data;
using Clipyard.Server.Publishing.Pausing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace Clipyard.Server.Tests.Publishing.Pausing;

public sealed class SentMarkTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Attempts_that_were_erased_are_no_reason_to_pause()
    {
        await using var host = await PublishingHost.StartAsync();
        await host.AskAsync(host.NewVideo());
        await host.RunAsync();
        var pause = PauseOf(host);
        host.Host.Server.Services.GetRequiredService<SentMark>().Read().ShouldBeGreaterThan(0);

        await pause.CheckAsync(Stop);
        await host.ChangeAsync(db => db.PostAttempts.IgnoreQueryFilters(QueryFilters.OwnerOnly).ExecuteDelete());
        await pause.CheckAsync(Stop);

        (await pause.ReasonAsync(Stop)).ShouldBeNull();
    }

    [Fact]
    public async Task A_database_that_knows_fewer_attempts_than_were_sent_pauses_once()
    {
        await using var host = await PublishingHost.StartAsync();
        var pause = PauseOf(host);
        host.Host.Server.Services.GetRequiredService<SentMark>().Set(7);

        await pause.CheckAsync(Stop);
        var reason = await pause.ReasonAsync(Stop);
        await pause.ResumeAsync(Stop);
        await pause.CheckAsync(Stop);

        reason.ShouldNotBeNull().ShouldContain("put back from a backup");
        (await pause.ReasonAsync(Stop)).ShouldBeNull();
    }

    [Fact]
    public async Task What_somebody_paused_before_a_restore_keeps_messages_back_from_then_on()
    {
        await using var host = await PublishingHost.StartAsync();
        var pause = PauseOf(host);
        await pause.PauseAsync("The disk is being changed.", holdsMessages: false, Stop);
        var before = await pause.HoldsMessagesAsync(Stop);
        host.Host.Server.Services.GetRequiredService<SentMark>().Set(7);

        await pause.CheckAsync(Stop);
        await pause.CheckAsync(Stop);
        var (reason, held) = (await pause.ReasonAsync(Stop), await pause.HoldsMessagesAsync(Stop));
        await pause.ResumeAsync(Stop);
        await pause.CheckAsync(Stop);

        before.ShouldBeFalse();
        held.ShouldBeTrue();
        reason.ShouldNotBeNull().ShouldContain("put back from a backup");
        reason.ShouldEndWith(" Before that: The disk is being changed.");
        (await pause.ReasonAsync(Stop)).ShouldBeNull();
        (await pause.HoldsMessagesAsync(Stop)).ShouldBeFalse();
    }

    private static PublishingPause PauseOf(PublishingHost host) =>
        host.Host.Server.Services.GetRequiredService<PublishingPause>();
}
