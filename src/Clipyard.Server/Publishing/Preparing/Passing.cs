using System.Net;
using Clipyard.Failures;

namespace Clipyard.Server.Publishing.Preparing;

/// <summary>Which failures of preparing are worth another try.</summary>
internal static class Passing
{
    /// <summary>Whether it may go better in a while.</summary>
    public static bool Is(ClipyardException error) =>
        error.Failure == FailureCatalogue.StorageFull
        || (error.IsTransient && error.Failure != FailureCatalogue.MediaCorrupt && !IsRefused(error));

    /// <summary>As an exception that says so itself.</summary>
    public static ClipyardException Marked(ClipyardException error) =>
        error.IsTransient ? error : new PassingFailure(error);

    // The host answered, and said no; a time-out and a connection that broke are no answers.
    private static bool IsRefused(ClipyardException error) =>
        error.Failure == FailureCatalogue.UrlUnreachable
        && (
            error.InnerException is null
            || (
                error.InnerException is HttpRequestException { StatusCode: { } status }
                && (int)status < 500
                && status is not HttpStatusCode.RequestTimeout and not HttpStatusCode.TooManyRequests
            )
        );
}
