using System.Net;
using Clipyard.Failures;

namespace Clipyard;

/// <summary>No usable answer: the network failed, or TikTok refuses or slows this client.</summary>
public sealed class ConnectionException : ClipyardException
{
    /// <summary>Names what kept the answer away.</summary>
    /// <param name="failure">Which failure, from <see cref="FailureCatalogue"/>.</param>
    /// <param name="detail">What is special about this case.</param>
    /// <param name="innerException">The transport's own exception, if there was one.</param>
    public ConnectionException(Failure failure, string? detail = null, Exception? innerException = null)
        : base(failure, detail, innerException) { }

    /// <summary>The HTTP status that was answered; null when none was.</summary>
    public HttpStatusCode? HttpStatus { get; init; }
}
