using Clipyard.Failures;

namespace Clipyard.Client.Jobs;

/// <summary>Measures for how long the server has been away, and paces the attempts to reach it again.</summary>
internal sealed class Outage(ClipyardServerOptions options)
{
    private long? _began;
    private int _attempts;

    /// <summary>Something came: the server is there.</summary>
    public void IsOver() => (_began, _attempts) = (null, 0);

    /// <summary>Whether to try again after a failure: it may pass, and has not lasted too long.</summary>
    public bool Outlasts(ClipyardException error)
    {
        _began ??= options.TimeProvider.GetTimestamp();
        return error.IsTransient && options.TimeProvider.GetElapsedTime(_began.Value) < options.LongestOutage;
    }

    /// <summary>Waits a little longer each time.</summary>
    public Task PauseAsync(TimeSpan longest, CancellationToken cancellationToken)
    {
        var pause = TimeSpan.FromMilliseconds(250 * Math.Pow(2, Math.Min(_attempts++, 10)));
        return Task.Delay(pause < longest ? pause : longest, options.TimeProvider, cancellationToken);
    }
}
