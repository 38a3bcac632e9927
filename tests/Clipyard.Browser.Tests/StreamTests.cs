using Clipyard.Browser.Tests.Browsing;
using Microsoft.Playwright;

namespace Clipyard.Browser.Tests;

public sealed class StreamTests(Chromium chromium)
{
    [Theory, OnScreens]
    public Task All_tabs_share_one_stream_and_the_next_goes_on_when_the_first_is_closed(Screen screen) =>
        Journey.RunAsync(
            chromium,
            screen,
            async journey =>
            {
                var streams = new List<IPage>();
                journey.Page.Context.Request += (_, request) =>
                {
                    if (request.Url.EndsWith("/api/v1/events", StringComparison.Ordinal))
                    {
                        lock (streams)
                        {
                            streams.Add(request.Frame.Page);
                        }
                    }
                };
                await journey.SignInAsync();
                var second = await journey.OpenTabAsync();
                await second.GotoAsync(journey.Page.Url);
                await Assertions.Expect(Kept(second)).ToHaveTextAsync("0");

                await journey.KeepClipsAsync("anna", "sunny.garden", 1);
                await Assertions.Expect(Kept(second)).ToHaveTextAsync("1");
                streams.ShouldAllBe(page => page == journey.Page);

                var takesOver = second.WaitForRequestAsync("**/api/v1/events");
                await journey.Page.CloseAsync();
                (await takesOver).Headers.ShouldContainKey("last-event-id");
                await journey.KeepClipsAsync("ben", "harbor_lights", 1);
                await Assertions.Expect(Kept(second)).ToHaveTextAsync("2");
            }
        );

    private static ILocator Kept(IPage page) =>
        page.Locator("dl > div", new() { HasText = "Clips kept" }).Locator("dd");
}
