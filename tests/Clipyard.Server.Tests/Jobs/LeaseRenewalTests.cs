using System.Threading.Channels;
using Clipyard.Server.Jobs;
using Microsoft.Extensions.Logging.Abstractions;

namespace Clipyard.Server.Tests.Jobs;

public sealed class LeaseRenewalTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_renewal_that_fails_in_any_way_is_made_up_for_by_the_next_and_fails_nobodys_step()
    {
        var clock = new ManualClock();
        var tries = Channel.CreateUnbounded<Exception>();
        var failures = new Queue<Exception>([
            new InvalidOperationException("Nobody foresaw it."),
            new TaskCanceledException("The database took too long."),
            new IOException("The disk is gone."),
        ]);

        await using (new LeaseRenewal(RenewAsync, Guid.NewGuid(), clock, NullLogger<LeaseRenewal>.Instance))
        {
            foreach (var expected in failures.ToList())
            {
                clock.Advance(Leases.Renewal);
                (await tries.Reader.ReadAsync(Stop)).ShouldBe(expected);
            }
        }

        Task RenewAsync(Guid id, CancellationToken cancellationToken)
        {
            var failure = failures.Dequeue();
            tries.Writer.TryWrite(failure);
            return Task.FromException(failure);
        }
    }
}
