using Clipyard.Failures;
using Clipyard.Server.Publishing;
using Clipyard.Server.Publishing.Requests.Accepting;
using Microsoft.Extensions.Options;

namespace Clipyard.Server.Tests.Publishing.Requests;

public sealed class ScheduleTests
{
    private static readonly ScheduleReader Reader = new(new ManualClock(), Options.Create(new PublishingOptions()));

    [Theory]
    [InlineData("2026-12-01T18:00:00+07:00", null, "2026-12-01T11:00:00Z", "+07:00")]
    [InlineData("2026-12-01T18:00:00Z", null, "2026-12-01T18:00:00Z", "UTC")]
    [InlineData("2026-12-01T18:00:00.1234567Z", null, "2026-12-01T18:00:00.123Z", "UTC")]
    [InlineData("2026-12-01T18:00:00-03:30", "Europe/Berlin", "2026-12-01T21:30:00Z", "Europe/Berlin")]
    [InlineData("2026-12-01T18:00", "Asia/Bangkok", "2026-12-01T11:00:00Z", "Asia/Bangkok")]
    [InlineData("2026-12-01T18:00:30", "America/New_York", "2026-12-01T23:00:30Z", "America/New_York")]
    [InlineData("2026-10-25T02:30", "Europe/Berlin", "2026-10-25T00:30:00Z", "Europe/Berlin")] // twice: the first
    [InlineData("2027-03-28T03:00", "Europe/Berlin", "2027-03-28T01:00:00Z", "Europe/Berlin")]
    [InlineData("2026-09-01T11:30:00Z", null, "2026-09-01T11:30:00Z", "UTC")] // half an hour late: at once
    public void A_time_is_an_instant_and_its_zone(string text, string? zone, string at, string shown)
    {
        var schedule = Reader.Read(text, zone);

        schedule.At.ShouldBe(DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture));
        schedule.At!.Value.Offset.ShouldBe(TimeSpan.Zero);
        schedule.Zone.ShouldBe(shown);
    }

    [Theory]
    [InlineData("2026-12-01T18:00", null, "schedule_zone")]
    [InlineData("2027-03-28T02:30", "Europe/Berlin", "skip")]
    [InlineData("2026-12-01T18:00", "Middle/Earth", "Middle/Earth")]
    [InlineData("2026-12-01T18:00", "../../etc/passwd", "IANA")]
    [InlineData("2026-12-01T18:00", "Central European Standard Time", "IANA")]
    [InlineData("2026-12-01", null, "schedule_time")]
    [InlineData("2026-13-01T18:00:00Z", null, "schedule_time")]
    [InlineData("tomorrow", null, "schedule_time")]
    [InlineData("2026-09-01T10:59:00Z", null, "past")]
    [InlineData("2126-09-01T10:59:00Z", null, "ahead")]
    [InlineData("9999-12-31T23:30:00Z", null, "ahead")]
    [InlineData("9999-12-31T23:30:00-14:00", null, "schedule_time")]
    [InlineData("9999-12-31T23:30", "America/New_York", "schedule_time")]
    [InlineData("0001-01-01T00:00", "Asia/Bangkok", "schedule_time")]
    [InlineData("0001-01-01T00:00:00+14:00", null, "schedule_time")]
    public void What_is_no_time_to_come_is_refused_by_name(string text, string? zone, string named)
    {
        var error = Should.Throw<ClipyardException>(() => Reader.Read(text, zone));

        error.Code.ShouldBe("invalid_parameter");
        error.Detail.ShouldNotBeNull().ShouldContain(named);
    }

    [Theory]
    [InlineData("Europe/Berlin", "2026-12-01T19:00:00+01:00")]
    [InlineData("-03:30", "2026-12-01T14:30:00-03:30")]
    [InlineData("+07:00", "2026-12-02T01:00:00+07:00")]
    [InlineData("UTC", "2026-12-01T18:00:00+00:00")]
    public void An_instant_is_shown_by_the_clocks_of_its_zone(string zone, string shown)
    {
        var at = new DateTimeOffset(2026, 12, 1, 18, 0, 0, TimeSpan.Zero);

        ScheduleReader.Show(at, zone)!.Value.ToString("yyyy-MM-ddTHH:mm:sszzz", null).ShouldBe(shown);
    }
}
