using System.Net;
using Clipyard.Client.Posts;
using Clipyard.Failures;

namespace Clipyard.Client;

/// <summary>The server refused a request, or could not do it.</summary>
/// <remarks>
/// <see cref="ClipyardException.Failure"/> is the catalogue's failure of the answer's code. A newer server may send a
/// code that this version of the library does not know: then it is the failure that fits the HTTP status best
/// (<c>invalid_parameter unauthenticated forbidden not_found conflict rate_limited internal_error</c>), and
/// <see cref="ServerCode"/>, the message and the remedies are the server's own.
/// </remarks>
public sealed class ServerException : ClipyardException
{
    internal ServerException(Failure failure, string? detail, string serverCode, HttpStatusCode status)
        : base(failure, detail)
    {
        ServerCode = serverCode;
        Status = status;
    }

    /// <summary>The code as the server sent it; equal to <see cref="ClipyardException.Code"/> unless that is unknown here.</summary>
    public string ServerCode { get; }

    /// <summary>The HTTP status.</summary>
    public HttpStatusCode Status { get; }

    /// <summary>By this the server's log names the request; null when the answer came from something else, such as a proxy.</summary>
    public string? RequestId { get; init; }

    /// <summary>What is wrong with which row of a table that was sent: the first thousand. Empty for everything else.</summary>
    public IReadOnlyList<RowError> RowErrors { get; init; } = [];

    /// <summary>How many errors the table has altogether.</summary>
    public int RowErrorCount { get; init; }

    /// <summary>Whether the same call, unchanged, may succeed later: the failure says so, or the server said when.</summary>
    public override bool IsTransient => base.IsTransient || RetryAfter is not null;
}
