using Clipyard.Server.Archive;
using Clipyard.Server.Archive.TikTok;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Clipyard.Server.Tests.Archive;

public sealed class ArchiveSettingsTests
{
    [Theory]
    [InlineData("Archive:Pause", "-00:00:01", "Archive:Pause")]
    [InlineData("Archive:Pause", "02:00:00", "Archive:Pause")]
    [InlineData("Archive:StepBytes", "0", "Archive:StepBytes")]
    [InlineData("TikTok:RequestsPerMinute", "-1", "RequestsPerMinute")]
    [InlineData("TikTok:Retries", "101", "Retries")]
    [InlineData("TikTok:Proxies:0", "ftp://127.0.0.1/", "Proxies")]
    [InlineData("TikTok:CookiesFile", "/no/such/file", "cookies")]
    public async Task A_setting_that_makes_no_sense_stops_the_start(string name, string value, string inSentence)
    {
        var error = await Should.ThrowAsync<Exception>(async () =>
        {
            await using var host = await ServerHost.StartAsync(
                TestContext.Current.CancellationToken,
                setup => setup with { Settings = ServerHost.With(setup, (name, value)) }
            );
        });

        error.Message.ShouldContain(inSentence, Case.Insensitive);
    }

    [Fact]
    public void No_requests_a_minute_means_no_limit()
    {
        new TikTokOptions { RequestsPerMinute = 0 }
            .ToClipyardOptions(address: null)
            .UseRateLimiter.ShouldBeFalse();
        new TikTokOptions { RequestsPerMinute = 7 }
            .ToClipyardOptions(address: null)
            .ShouldSatisfyAllConditions(
                options => options.UseRateLimiter.ShouldBeTrue(),
                options => options.RequestsPerMinute.ShouldBe(7)
            );
    }

    [Fact]
    public void Settings_are_read_from_configuration()
    {
        var options = new TikTokOptions();

        new ConfigurationBuilder()
            .AddInMemoryCollection(
                new Dictionary<string, string?>(StringComparer.Ordinal)
                {
                    ["TikTok:Proxies:0"] = "http://127.0.0.1:3128",
                    ["TikTok:RetryDelay"] = "00:00:02",
                    ["TikTok:Engine"] = "Auto",
                }
            )
            .Build()
            .GetSection(TikTokOptions.Section)
            .Bind(options);

        var library = options.ToClipyardOptions(address: null);
        library.Proxies.ShouldBe([new Uri("http://127.0.0.1:3128")]);
        library.RetryDelay.ShouldBe(TimeSpan.FromSeconds(2));
        library.Engine.ShouldBe(ExtractionEngine.Auto);
    }

    [Fact]
    public void The_default_pause_is_half_a_second() =>
        new ArchiveOptions().Pause.ShouldBe(TimeSpan.FromMilliseconds(500));
}
