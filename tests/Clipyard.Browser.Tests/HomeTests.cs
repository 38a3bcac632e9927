using Clipyard.Browser.Tests.Browsing;
using Microsoft.Playwright;

namespace Clipyard.Browser.Tests;

public sealed class HomeTests(Chromium chromium)
{
    [Theory, OnScreens]
    public Task The_first_minute_of_an_empty_archive_says_what_to_do(Screen screen) =>
        Journey.RunAsync(
            chromium,
            screen,
            async journey =>
            {
                await journey.SignInAsync();

                await journey.SeesAsync("Nothing waits for you.");
                await journey.SeesAsync("Nothing is running.");
                await Assertions
                    .Expect(journey.Page.GetByRole(AriaRole.Link, new() { Name = "Connect a sandbox account" }))
                    .ToBeVisibleAsync();
                await journey.IsForEverybodyAsync();
            }
        );

    [Theory, OnScreens]
    public Task Clips_that_arrive_are_counted_without_reloading(Screen screen) =>
        Journey.RunAsync(
            chromium,
            screen,
            async journey =>
            {
                await journey.SignInAsync();
                var kept = journey.Page.Locator("dl > div", new() { HasText = "Clips kept" }).Locator("dd");
                await Assertions.Expect(kept).ToHaveTextAsync("0");

                await journey.KeepClipsAsync("anna", "sunny.garden", 2);

                await Assertions.Expect(kept).ToHaveTextAsync("2");
                await journey.IsForEverybodyAsync();
            }
        );

    [Theory, OnScreens]
    public Task An_account_is_connected_with_one_button(Screen screen) =>
        Journey.RunAsync(
            chromium,
            screen,
            async journey =>
            {
                await journey.SignInAsync();
                await journey.Page.GetByRole(AriaRole.Link, new() { Name = "Connect a sandbox account" }).ClickAsync();
                await journey.Page.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();

                await journey.SeesPageAsync("Home");
                await journey.SeesAsync("The TikTok account is connected.");
                await Assertions.Expect(journey.Page.GetByText("Connected", new() { Exact = true })).ToBeVisibleAsync();
                new Uri(journey.Page.Url).PathAndQuery.ShouldBe("/");
                await journey.IsForEverybodyAsync();
            }
        );

    [Theory, OnScreens]
    public Task An_account_that_is_not_connected_after_all_is_explained(Screen screen) =>
        Journey.RunAsync(
            chromium,
            screen,
            async journey =>
            {
                await journey.SignInAsync();
                await journey.Page.GetByRole(AriaRole.Link, new() { Name = "Connect a sandbox account" }).ClickAsync();
                await journey.Page.GetByRole(AriaRole.Button, new() { Name = "Decline" }).ClickAsync();

                await journey.SeesPageAsync("Home");
                await Assertions.Expect(journey.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("declined");
                await journey.IsForEverybodyAsync();
            }
        );
}
