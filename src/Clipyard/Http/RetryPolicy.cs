using Clipyard.Failures;
using Polly;
using Polly.Retry;

namespace Clipyard.Http;

/// <summary>When and how often something is tried again: Polly's exponential delay with jitter.</summary>
internal static class RetryPolicy
{
    /// <summary>A wait longer than this is the caller's to decide: the failure says how long it would be.</summary>
    internal static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    public static ResiliencePipeline Create(
        ClipyardOptions options,
        Func<ClipyardException, bool> isWorthRetrying,
        StatisticsRecorder statistics,
        TimeProvider time
    )
    {
        if (options.Retries == 0)
        {
            return ResiliencePipeline.Empty;
        }

        var retry = new RetryStrategyOptions
        {
            MaxRetryAttempts = options.Retries,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = options.RetryDelay,
            MaxDelay = LongestWait,
            ShouldHandle = arguments =>
                ValueTask.FromResult(arguments.Outcome.Exception is ClipyardException error && isWorthRetrying(error)),
            // Null leaves the delay to the exponential one: a long rest concerns only the exit that was refused.
            DelayGenerator = arguments =>
                ValueTask.FromResult(
                    arguments.Outcome.Exception is ClipyardException { RetryAfter: { } wait } && wait <= LongestWait
                        ? wait
                        : (TimeSpan?)null
                ),
            OnRetry = _ =>
            {
                statistics.RecordRetry();
                return ValueTask.CompletedTask;
            },
        };
        return new ResiliencePipelineBuilder { TimeProvider = time }
            .AddRetry(retry)
            .Build();
    }
}
