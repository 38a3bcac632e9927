using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;

namespace Clipyard.TikTokApi.Http;

/// <summary>When and how often something is tried again: Polly's exponential delay with jitter.</summary>
internal static partial class RetryPolicy
{
    public static ResiliencePipeline Create(TikTokApiOptions options, ILogger logger, TimeProvider time)
    {
        if (options.Tries == 1)
        {
            return ResiliencePipeline.Empty;
        }

        var retry = new RetryStrategyOptions
        {
            MaxRetryAttempts = options.Tries - 1,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = options.RetryDelay,
            MaxDelay = options.LongestWait,
            ShouldHandle = arguments =>
                ValueTask.FromResult(
                    arguments.Outcome.Exception is ClipyardException error && IsWorthAnother(error, options.LongestWait)
                ),
            DelayGenerator = arguments =>
                ValueTask.FromResult((arguments.Outcome.Exception as ClipyardException)?.RetryAfter),
            OnRetry = arguments =>
            {
                var code = (arguments.Outcome.Exception as ClipyardException)?.Code;
                LogRetry(logger, code, arguments.AttemptNumber + 2, arguments.RetryDelay);
                return ValueTask.CompletedTask;
            },
        };
        return new ResiliencePipelineBuilder { TimeProvider = time }
            .AddRetry(retry)
            .Build();
    }

    /// <summary>Only what may pass within seconds: a daily cap is transient, too, but not like that.</summary>
    private static bool IsWorthAnother(ClipyardException error, TimeSpan longestWait) =>
        (error.RetryAfter ?? TimeSpan.Zero) <= longestWait
        && (
            error.Failure == FailureCatalogue.NetworkError
            || error.Failure == FailureCatalogue.RateLimited
            || error.Failure == FailureCatalogue.StorageUnavailable
            || error.Failure == FailureCatalogue.MediaIncomplete
        );

    [LoggerMessage(Level = LogLevel.Debug, Message = "{Code}: try {Try} follows in {Delay}")]
    private static partial void LogRetry(ILogger logger, string? code, int @try, TimeSpan delay);
}
