using Clipyard.Cli.Options;
using Clipyard.Downloads;

namespace Clipyard.Cli.Tests.Options;

public sealed class ValueTests
{
    [Theory]
    [InlineData("500", 500)]
    [InlineData("50K", 51_200)]
    [InlineData("4.2M", 4_404_019)]
    [InlineData("1g", 1_073_741_824)]
    public void Rates_are_read_as_yt_dlp_reads_them(string text, long bytes) =>
        ValueParsers.ByteRate(text).ShouldBe(bytes);

    [Theory]
    [InlineData("")]
    [InlineData("K")]
    [InlineData("0")]
    [InlineData("-5K")]
    [InlineData("5X")]
    [InlineData("1e5")]
    public void Other_rates_are_refused(string text) => Refuse(() => ValueParsers.ByteRate(text));

    [Theory]
    [InlineData("2026-08-31")]
    [InlineData("20260831")]
    public void Dates_have_two_forms(string text) => ValueParsers.Date(text).ShouldBe(new DateOnly(2026, 8, 31));

    [Theory]
    [InlineData("31.08.2026")]
    [InlineData("2026-02-30")]
    [InlineData("today")]
    public void Other_dates_are_refused(string text) => Refuse(() => ValueParsers.Date(text));

    [Theory]
    [InlineData("best", QualityChoice.Best)]
    [InlineData("Compatible", QualityChoice.Compatible)]
    [InlineData("hd", QualityChoice.Hd)]
    [InlineData("1080p", QualityChoice.Hd)]
    [InlineData("720p", QualityChoice.Sd)]
    [InlineData("480p", QualityChoice.Ld)]
    [InlineData("360p", QualityChoice.Mobile)]
    [InlineData("worst", QualityChoice.Worst)]
    [InlineData("audio", QualityChoice.Audio)]
    public void Qualities_have_names_and_heights(string text, QualityChoice quality) =>
        ValueParsers.Quality(text).ShouldBe(quality);

    [Fact]
    public void Every_quality_has_a_name_that_is_read_back() =>
        Enum.GetValues<QualityChoice>()
            .ShouldAllBe(quality => ValueParsers.Quality(ValueParsers.Name(quality)) == quality);

    [Fact]
    public void An_unknown_quality_is_answered_with_the_names() =>
        Should.Throw<FormatException>(() => ValueParsers.Quality("4k")).Message.ShouldContain("mobile (360p)");

    [Theory]
    [InlineData("Accept-Language: de", "Accept-Language", "de")]
    [InlineData("X-Empty:", "X-Empty", "")]
    [InlineData("Referer:https://a.example/x", "Referer", "https://a.example/x")]
    public void Headers_are_split_at_the_first_colon(string text, string name, string value) =>
        ValueParsers.Header(text).ShouldBe(new KeyValuePair<string, string>(name, value));

    [Theory]
    [InlineData("no colon")]
    [InlineData(": value")]
    [InlineData("bad name: x")]
    public void Other_headers_are_refused(string text) => Refuse(() => ValueParsers.Header(text));

    [Theory]
    [InlineData("http://host:8080", "http://host:8080/")]
    [InlineData("host:8080", "http://host:8080/")]
    [InlineData("socks5://127.0.0.1:1080", "socks5://127.0.0.1:1080/")]
    public void Proxies_may_leave_out_http(string text, string address) =>
        ValueParsers.Proxy(text).ToString().ShouldStartWith(address.TrimEnd('/'));

    [Theory]
    [InlineData("ftp://host")]
    [InlineData("")]
    public void Other_proxies_are_refused(string text) => Refuse(() => ValueParsers.Proxy(text));

    [Theory]
    [InlineData("30", 30)]
    [InlineData("0.5", 0.5)]
    [InlineData("0", 0)]
    public void Seconds_may_have_fractions(string text, double seconds) =>
        ValueParsers.Seconds(text).ShouldBe(TimeSpan.FromSeconds(seconds));

    [Theory]
    [InlineData("-1")]
    [InlineData("1 min")]
    [InlineData("99999999")]
    public void Other_seconds_are_refused(string text) => Refuse(() => ValueParsers.Seconds(text));

    private static void Refuse(Func<object> read) =>
        Should.Throw<FormatException>(read).Message.ShouldStartWith("Give ");
}
