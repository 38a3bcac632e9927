using System.Globalization;
using Clipyard.Sandbox.Hosting;
using Microsoft.Net.Http.Headers;

namespace Clipyard.Sandbox.Media;

/// <summary>Range, If-Range and If-None-Match after RFC 9110, for a single range; several are answered with the whole file.</summary>
internal static class RangeAnswer
{
    public static SandboxResponse For(HttpRequest request, SandboxResponse whole, string etag)
    {
        if (request.Headers.IfNoneMatch == etag)
        {
            return whole with { Status = 304, Count = 0 };
        }

        var header = request.Headers.Range.ToString();
        if (header.Length == 0 || !IfRangeHolds(request, whole, etag))
        {
            return whole;
        }

        if (
            !RangeHeaderValue.TryParse(header, out var parsed)
            || parsed.Ranges.Count != 1
            || !string.Equals(parsed.Unit.Value, "bytes", StringComparison.OrdinalIgnoreCase)
        )
        {
            return whole;
        }

        var length = whole.Body.Length;
        return Resolve(parsed.Ranges.First(), length) is var (from, to)
            ? whole with
            {
                Status = 206,
                Offset = from,
                Count = to - from + 1,
                Headers =
                [
                    .. whole.Headers,
                    new("Content-Range", string.Create(CultureInfo.InvariantCulture, $"bytes {from}-{to}/{length}")),
                ],
            }
            : whole with
            {
                Status = 416,
                Count = 0,
                Headers =
                [
                    .. whole.Headers,
                    new("Content-Range", string.Create(CultureInfo.InvariantCulture, $"bytes */{length}")),
                ],
            };
    }

    /// <summary>First and last byte, or null when nothing of it lies in the file.</summary>
    private static (long From, long To)? Resolve(RangeItemHeaderValue range, long length)
    {
        if (range.From is not { } from)
        {
            var suffix = Math.Min(range.To ?? 0, length);
            return suffix == 0 ? null : (length - suffix, length - 1);
        }

        return from >= length ? null : (from, Math.Min(range.To ?? long.MaxValue, length - 1));
    }

    private static bool IfRangeHolds(HttpRequest request, SandboxResponse whole, string etag)
    {
        var condition = request.Headers.IfRange.ToString();
        return condition.Length == 0
            || string.Equals(condition, etag, StringComparison.Ordinal)
            || whole.Headers.Any(header =>
                string.Equals(header.Key, HeaderNames.LastModified, StringComparison.OrdinalIgnoreCase)
                && string.Equals(header.Value, condition, StringComparison.Ordinal)
            );
    }
}
