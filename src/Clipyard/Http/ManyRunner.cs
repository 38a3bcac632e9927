using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Clipyard.Failures;
using Clipyard.Links;

namespace Clipyard.Http;

/// <summary>Works on many links, several at once. One that fails stops none of the others.</summary>
internal sealed class ManyRunner(ClipyardOptions options)
{
    /// <summary>Runs the work for each link; outcomes come as they end. Links are taken from the sequence as needed.</summary>
    public async IAsyncEnumerable<Outcome<T>> RunAsync<T>(
        IEnumerable<TikTokLink> links,
        Func<TikTokLink, CancellationToken, Task<T>> work,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
        where T : class
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        // Bounded, so that whoever reads slowly is not worked ahead of without end.
        var outcomes = Channel.CreateBounded<Outcome<T>>(
            new BoundedChannelOptions(Math.Max(1, options.Concurrency)) { SingleReader = true }
        );
        var producer = ProduceAsync(links, work, outcomes.Writer, stop.Token);
        try
        {
            await foreach (var outcome in outcomes.Reader.ReadAllAsync(cancellationToken))
            {
                yield return outcome;
            }
        }
        finally
        {
            await stop.CancelAsync();
            await producer;
        }
    }

    private async Task ProduceAsync<T>(
        IEnumerable<TikTokLink> links,
        Func<TikTokLink, CancellationToken, Task<T>> work,
        ChannelWriter<Outcome<T>> outcomes,
        CancellationToken cancellationToken
    )
        where T : class
    {
        var parallel = new ParallelOptions
        {
            MaxDegreeOfParallelism = options.UseConcurrencyLimit ? options.Concurrency : int.MaxValue,
            CancellationToken = cancellationToken,
        };
        try
        {
            await Parallel.ForEachAsync(
                links,
                parallel,
                async (link, token) => await outcomes.WriteAsync(await RunOneAsync(link, work, token), token)
            );
            outcomes.Complete();
        }
        catch (Exception error)
        {
            // Reaches whoever reads the outcomes; nobody does after they stopped early.
            outcomes.Complete(error);
        }
    }

    private static async Task<Outcome<T>> RunOneAsync<T>(
        TikTokLink link,
        Func<TikTokLink, CancellationToken, Task<T>> work,
        CancellationToken cancellationToken
    )
        where T : class
    {
        try
        {
            return new Outcome<T>(link, await work(link, cancellationToken), error: null);
        }
        catch (ClipyardException error)
        {
            return new Outcome<T>(link, value: null, error);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            // A fault of ours, and of this link's alone: the others are none the worse for it.
            var failure = new ClipyardException(FailureCatalogue.InternalError, error.GetType().Name + ".", error)
            {
                Address = link.CanonicalUrl,
            };
            return new Outcome<T>(link, value: null, failure);
        }
    }
}
