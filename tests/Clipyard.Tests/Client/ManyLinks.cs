using Clipyard.Failures;
using Clipyard.Http;
using Clipyard.Links;
using Clipyard.Sandbox.Worlds;

namespace Clipyard.Tests.Client;

public sealed class ManyLinks
{
    private static readonly TikTokLink Link = LibraryHost.Video(DemoWorld.PlainVideo);

    [Fact]
    public async Task A_fault_of_ours_with_one_link_does_not_end_the_batch()
    {
        var calls = 0;
        var outcomes = await RunAsync(
            new ClipyardOptions { Concurrency = 1 },
            links: 3,
            (_, _) => ++calls == 2 ? throw new InvalidOperationException("A fault.") : Task.FromResult("done")
        );

        outcomes.Count.ShouldBe(3);
        var error = outcomes.Single(outcome => outcome.Error is not null).Error!;
        error.Code.ShouldBe("internal_error");
        error.InnerException.ShouldBeOfType<InvalidOperationException>();
        error.Address.ShouldBe(Link.CanonicalUrl);
    }

    [Fact]
    public async Task Without_the_limit_all_are_started()
    {
        const int Links = 50;
        var started = 0;
        var all = new TaskCompletionSource();
        var outcomes = await RunAsync(
            new ClipyardOptions { UseConcurrencyLimit = false },
            Links,
            async (_, token) =>
            {
                if (Interlocked.Increment(ref started) == Links)
                {
                    all.SetResult();
                }

                await all.Task.WaitAsync(TimeSpan.FromSeconds(20), token);
                return "done";
            }
        );

        outcomes.ShouldAllBe(outcome => outcome.Error == null);
    }

    [Fact]
    public async Task Whoever_reads_slowly_is_not_worked_ahead_of()
    {
        var done = 0;
        var runner = new ManyRunner(new ClipyardOptions { Concurrency = 2 });
        var outcomes = runner
            .RunAsync(
                Enumerable.Repeat(Link, 1000),
                (_, _) => Task.FromResult($"{Interlocked.Increment(ref done)}"),
                TestContext.Current.CancellationToken
            )
            .GetAsyncEnumerator(TestContext.Current.CancellationToken);

        for (var read = 0; read < 10; read++)
        {
            (await outcomes.MoveNextAsync()).ShouldBeTrue();
        }

        // Ten read, two waiting to be read, two in hand.
        done.ShouldBeLessThanOrEqualTo(14);
        await outcomes.DisposeAsync();
    }

    private static async Task<List<Outcome<string>>> RunAsync(
        ClipyardOptions options,
        int links,
        Func<TikTokLink, CancellationToken, Task<string>> work
    )
    {
        var outcomes = new List<Outcome<string>>();
        var all = new ManyRunner(options).RunAsync(
            Enumerable.Repeat(Link, links),
            work,
            TestContext.Current.CancellationToken
        );
        await foreach (var outcome in all)
        {
            outcomes.Add(outcome);
        }

        return outcomes;
    }
}
