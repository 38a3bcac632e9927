using System.Globalization;
using System.Text.RegularExpressions;
using Clipyard.Failures;
using Clipyard.Server.Api.Problems;
using Microsoft.Extensions.Options;

namespace Clipyard.Server.Publishing.Requests.Accepting;

/// <summary>Reads when a post is to go out: an instant, or a wall time and its zone.</summary>
internal sealed partial class ScheduleReader(TimeProvider time, IOptions<PublishingOptions> options)
{
    private const int FurthestYears = 5;
    private const int LongestText = 64;

    private const string Time = "schedule_time";
    private const string Zone = "schedule_zone";

    private static readonly string[] WallForms =
    [
        "yyyy-MM-dd'T'HH:mm",
        "yyyy-MM-dd'T'HH:mm:ss",
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF",
    ];

    private static readonly string[] InstantForms = [.. WallForms.Select(form => form + "zzz")];

    /// <exception cref="ClipyardException">
    /// <c>invalid_parameter</c>: unreadable, a wall time without a zone or one that a clock change skips, long past, or
    /// years ahead.
    /// </exception>
    public Schedule Read(string? text, string? zoneName)
    {
        var zone = string.IsNullOrEmpty(zoneName) ? null : FindZone(zoneName);
        if (string.IsNullOrEmpty(text))
        {
            return Schedule.AtOnce;
        }

        var (at, shown) = ReadInstant(text, zone);
        ThrowIfOutOfRange(at, text);
        return new Schedule(DateTimeOffset.FromUnixTimeMilliseconds(at.ToUnixTimeMilliseconds()), shown);
    }

    /// <summary>An instant as the clocks of its zone show it.</summary>
    public static DateTimeOffset? Show(DateTimeOffset? at, string? zoneName)
    {
        if (at is not { } instant || zoneName is null)
        {
            return at;
        }

        if (Known(zoneName) is { } zone)
        {
            return TimeZoneInfo.ConvertTime(instant, zone);
        }

        return TimeSpan.TryParse(zoneName.TrimStart('+'), CultureInfo.InvariantCulture, out var offset)
            ? instant.ToOffset(offset)
            : instant;
    }

    private static (DateTimeOffset At, string Zone) ReadInstant(string text, TimeZoneInfo? zone)
    {
        var iso = text.EndsWith('Z') ? string.Concat(text.AsSpan(0, text.Length - 1), "+00:00") : text;
        if (
            text.Length <= LongestText
            && DateTimeOffset.TryParseExact(
                iso,
                InstantForms,
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var instant
            )
        )
        {
            return (instant, zone?.Id ?? OffsetName(instant.Offset));
        }

        if (
            text.Length <= LongestText
            && DateTime.TryParseExact(text, WallForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var wall)
            && wall.Year is > 1 and < 9999 // an offset leads out of neither end
        )
        {
            return zone is not null
                ? (OnTheWall(wall, zone), zone.Id)
                : throw Invalid(
                    Time,
                    $"'schedule_time' {text} has no offset, so 'schedule_zone' must name its time zone.",
                    "Send schedule_zone: \"Europe/Berlin\", or an offset: 2026-12-01T18:00:00+01:00."
                );
        }

        throw Invalid(
            Time,
            $"'schedule_time' must be a date and a time such as 2026-12-01T18:00:00+07:00; it is '{Shown.Short(text)}'.",
            "Send 2026-12-01T18:00:00+07:00, or 2026-12-01T18:00 with schedule_zone."
        );
    }

    private static DateTimeOffset OnTheWall(DateTime wall, TimeZoneInfo zone)
    {
        if (zone.IsInvalidTime(wall))
        {
            throw Invalid(
                Time,
                $"There is no {wall:yyyy-MM-dd HH:mm} in {zone.Id}: the clocks skip it.",
                "Choose a time before or after the change, or send an offset."
            );
        }

        // The first of two equal wall times is the one with the greater offset: the clocks go back after it.
        var offset = zone.IsAmbiguousTime(wall) ? zone.GetAmbiguousTimeOffsets(wall).Max() : zone.GetUtcOffset(wall);
        return new DateTimeOffset(wall, offset);
    }

    private static TimeZoneInfo FindZone(string name) =>
        Known(name)
        ?? throw Invalid(
            Zone,
            $"'schedule_zone' must be an IANA time zone; '{Shown.Short(name)}' is none.",
            "Send a name such as Europe/Berlin, Asia/Bangkok or UTC."
        );

    private static TimeZoneInfo? Known(string name) =>
        ZoneName().IsMatch(name) && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) && zone.HasIanaId
            ? zone
            : null;

    private static string OffsetName(TimeSpan offset) =>
        offset == TimeSpan.Zero
            ? "UTC"
            : (offset < TimeSpan.Zero ? "-" : "+") + offset.ToString("hh':'mm", CultureInfo.InvariantCulture);

    private static ClipyardException Invalid(string parameter, string detail, string remedy) =>
        new(FailureCatalogue.InvalidParameter, detail) { Parameter = parameter, Remedies = [remedy] };

    // Such a name is looked up as a file; it must not lead out of the folder of zones.
    [GeneratedRegex(
        "^[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+){0,3}$",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex ZoneName();

    private void ThrowIfOutOfRange(DateTimeOffset at, string text)
    {
        var now = time.GetUtcNow();
        if (at < now - options.Value.LatestStart)
        {
            throw Invalid(
                Time,
                $"'schedule_time' {text} is past.",
                "Choose a time to come, or leave it out to post at once."
            );
        }

        if (at > now.AddYears(FurthestYears))
        {
            throw Invalid(
                Time,
                $"'schedule_time' {text} is more than {FurthestYears} years ahead.",
                "Choose a nearer time."
            );
        }
    }
}
