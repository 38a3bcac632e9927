using Clipyard.Browser.Tests.Browsing;
using Clipyard.Sandbox.Worlds;
using Microsoft.Playwright;

namespace Clipyard.Browser.Tests;

public sealed class LibraryTests(Chromium chromium)
{
    [Theory, OnScreens]
    public Task An_empty_library_says_what_to_do(Screen screen) =>
        Journey.RunAsync(
            chromium,
            screen,
            async journey =>
            {
                await journey.SignInAsync();
                await journey.GoAsync("/library");

                await journey.SeesAsync("Nothing kept yet");
                await journey.IsForEverybodyAsync();
                await journey.Page.GetByRole(AriaRole.Link, new() { Name = "Students", Exact = true }).ClickAsync();
                await journey.SeesAsync("No student yet");
                await journey.IsForEverybodyAsync();
            }
        );

    [Theory, OnScreens]
    public Task Clips_are_searched_filtered_and_found_again_by_the_address(Screen screen) =>
        Journey.RunAsync(
            chromium,
            screen,
            async journey =>
            {
                await journey.KeepClipsAsync("anna", DemoWorld.SunnyGarden, 5);
                await journey.KeepClipsAsync("ben", DemoWorld.PaperBoats, 3);
                await journey.SignInAsync();
                await journey.GoAsync("/library");
                await journey.SeesAsync("8 clips");
                await journey.IsForEverybodyAsync();

                await journey.Page.GetByLabel("Kind").SelectOptionAsync("photo");
                await journey.SeesAsync("2 clips");
                await Search(journey).FillAsync("FOUR STEPS");
                await journey.SeesAsync("1 clip");
                await journey.Page.ReloadAsync();

                await journey.SeesAsync("1 clip");
                await Assertions.Expect(Search(journey)).ToHaveValueAsync("FOUR STEPS");
                new Uri(journey.Page.Url).Query.ShouldContain("kind=photo");

                await Search(journey).FillAsync("nothing like it");
                await journey.SeesAsync("No clip fits");
                await journey.IsForEverybodyAsync();
                await journey.Page.GetByRole(AriaRole.Button, new() { Name = "Show everything" }).ClickAsync();
                await journey.SeesAsync("8 clips");
            }
        );

    [Theory, OnScreens]
    public Task A_list_longer_than_a_page_grows_while_it_is_scrolled(Screen screen) =>
        Journey.RunAsync(
            chromium,
            screen,
            async journey =>
            {
                await KeepManyAsync(journey);
                await journey.SignInAsync();
                await journey.GoAsync("/library");
                await journey.SeesAsync("55 clips");

                var clips = journey.Page.GetByRole(AriaRole.Region, new() { Name = "Clips" }).Locator("li");
                await Assertions.Expect(clips).ToHaveCountAsync(48);
                await clips.Last.ScrollIntoViewIfNeededAsync();

                await Assertions.Expect(clips).ToHaveCountAsync(55);
            }
        );

    private static ILocator Search(Journey journey) =>
        journey.Page.GetByRole(AriaRole.Textbox, new() { Name = "Search" });

    private static async Task KeepManyAsync(Journey journey)
    {
        await journey.KeepClipsAsync("ben", DemoWorld.HarborLights, 43);
        await journey.KeepClipsAsync("anna", DemoWorld.SunnyGarden, 12);
    }
}
