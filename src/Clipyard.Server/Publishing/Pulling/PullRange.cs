using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Clipyard.Server.Publishing.Pulling;

/// <summary>Which bytes a request wants.</summary>
/// <param name="From">The first.</param>
/// <param name="Count">How many.</param>
/// <param name="IsPart">Whether it asked for a part: then the answer is a 206.</param>
internal sealed record PullRange(long From, long Count, bool IsPart)
{
    /// <summary>Reads a request's Range.</summary>
    /// <returns>The bytes; null when nothing of the file lies in the range.</returns>
    public static PullRange? Of(HttpRequest request, long length)
    {
        // What is no range of bytes, or several, is answered with everything, as RFC 9110 has it.
        if (
            !RangeHeaderValue.TryParse(request.Headers.Range.ToString(), out var header)
            || header.Unit != "bytes"
            || header.Ranges.Count != 1
        )
        {
            return new PullRange(0, length, IsPart: false);
        }

        var range = header.Ranges.First();
        var (from, to) = range switch
        {
            { From: { } first, To: { } last } => (first, Math.Min(last, length - 1)),
            { From: { } first } => (first, length - 1),
            { To: { } suffix } => (Math.Max(0, length - suffix), length - 1),
            _ => (0, length - 1),
        };
        return from > to ? null : new PullRange(from, to - from + 1, IsPart: true);
    }

    /// <summary>Answers a request whose range holds nothing.</summary>
    public static void Refuse(HttpResponse response, long length)
    {
        response.Headers.AcceptRanges = "bytes";
        response.StatusCode = StatusCodes.Status416RangeNotSatisfiable;
        response.GetTypedHeaders().ContentRange = new ContentRangeHeaderValue(length);
    }

    /// <summary>Says in the answer's head what follows.</summary>
    public void Announce(HttpResponse response, string contentType, long length)
    {
        response.Headers.AcceptRanges = "bytes";
        response.ContentType = contentType;
        response.ContentLength = Count;
        if (IsPart)
        {
            response.StatusCode = StatusCodes.Status206PartialContent;
            response.GetTypedHeaders().ContentRange = new ContentRangeHeaderValue(From, From + Count - 1, length);
        }
    }
}
