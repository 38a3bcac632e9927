using Clipyard.Server.Data;
using Clipyard.Server.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Clipyard.Server.Tests.Identity;

public sealed class KeyUseTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Uses_are_written_in_a_batch_not_by_requests()
    {
        var clock = new ManualClock();
        await using var host = await ServerHost.StartAsync(Cancellation, setup => setup with { TimeProvider = clock });
        await host.GetAsync("/api/me");
        (await StoredAsync(host)).ShouldBeNull();

        await host.Server.Services.GetRequiredService<KeyUseWriter>().SaveAsync(Cancellation);

        (await StoredAsync(host)).ShouldBe(clock.GetUtcNow());
        host.Server.Services.GetRequiredService<KeyUses>().Pending().ShouldBeEmpty();
    }

    [Fact]
    public void A_use_while_the_last_one_is_written_is_not_lost()
    {
        var clock = new ManualClock();
        var uses = new KeyUses(clock);
        var key = Guid.NewGuid();
        uses.Note(key);
        var written = uses.Pending().ShouldHaveSingleItem();
        clock.Advance(TimeSpan.FromSeconds(1));
        uses.Note(key);

        uses.Saved(written);

        uses.Unsaved(key).ShouldBe(clock.GetUtcNow());
    }

    private static async Task<DateTimeOffset?> StoredAsync(ServerHost host)
    {
        await using var scope = host.Server.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ClipyardDb>();
        var key = await db.ApiKeys.IgnoreQueryFilters(QueryFilters.OwnerOnly).SingleAsync(Cancellation);
        return key.LastUsedAt;
    }
}
