using System.Globalization;
using Clipyard.Failures;

namespace Clipyard.Server.Events;

/// <summary>Where a reader of the stream stands: the number of the last event it has.</summary>
internal static class EventPosition
{
    /// <summary>Reads it from where browsers put it, else from where those do who cannot set headers.</summary>
    /// <returns>The number; null when the caller is new.</returns>
    /// <exception cref="ClipyardException"><c>invalid_parameter</c>.</exception>
    public static long? Read(string? header, string? query)
    {
        var text = string.IsNullOrEmpty(header) ? query : header;
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new ClipyardException(
                FailureCatalogue.InvalidParameter,
                "Last-Event-ID must be the id of an event of this stream, a whole number."
            );
    }
}
