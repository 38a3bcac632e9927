namespace Clipyard.Server.Api;

/// <summary>How long the caller wants to wait, from <c>Prefer: respond-async</c> and <c>Prefer: wait=N</c>.</summary>
internal interface IWaiting
{
    /// <summary>The wish, or the route's own default.</summary>
    /// <param name="routeDefault">What the route does without a wish; <see cref="Timeout.InfiniteTimeSpan"/> for "to the end".</param>
    TimeSpan For(TimeSpan routeDefault);
}
