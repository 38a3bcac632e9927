using Clipyard.Browser.Tests.Browsing;
using Microsoft.Playwright;

namespace Clipyard.Browser.Tests;

public sealed class KeyboardTests(Chromium chromium)
{
    [Theory, OnScreens]
    public Task Everything_from_signing_in_to_signing_out_works_without_a_mouse(Screen screen) =>
        Journey.RunAsync(
            chromium,
            screen,
            async journey =>
            {
                var keys = journey.Page.Keyboard;
                await journey.GoAsync("/");
                await Assertions.Expect(journey.Page.GetByLabel("Name")).ToBeFocusedAsync();
                await keys.TypeAsync("admin");
                await keys.PressAsync("Tab");
                await keys.TypeAsync(journey.Host.Password);
                await keys.PressAsync("Enter");
                await journey.SeesPageAsync("Home");

                var skip = journey.Page.GetByRole(AriaRole.Link, new() { Name = "Skip to the page" });
                await ReachAsync(journey, skip);
                await Assertions.Expect(skip).ToBeInViewportAsync();
                await keys.PressAsync("Enter");
                await Assertions.Expect(journey.Page.Locator("#main")).ToBeFocusedAsync();

                var person = journey.Page.GetByRole(AriaRole.Button, new() { Name = "You: admin" });
                await ReachAsync(journey, person, backwards: true);
                await keys.PressAsync("Enter");
                var light = journey.Page.GetByRole(AriaRole.Menuitem, new() { Name = "Light" });
                await StepIntoAsync(journey, light);
                await keys.PressAsync("ArrowDown");
                await keys.PressAsync("Enter");
                await Assertions
                    .Expect(journey.Page.Locator("html"))
                    .ToHaveAttributeAsync("data-mantine-color-scheme", "dark");

                await Assertions.Expect(person).ToBeFocusedAsync();
                await keys.PressAsync("Enter");
                await StepIntoAsync(journey, light);
                await keys.PressAsync("End");
                await keys.PressAsync("ArrowUp");
                await keys.PressAsync("Enter");
                await journey.SeesPageAsync("Sign in");
            }
        );

    // A menu takes the keys once it has opened, which takes a moment.
    private static async Task StepIntoAsync(Journey journey, ILocator first)
    {
        await Assertions.Expect(journey.Page.Locator("[role=menu]:focus-within")).ToBeVisibleAsync();
        await journey.Page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(first).ToBeFocusedAsync();
    }

    private static async Task ReachAsync(Journey journey, ILocator goal, bool backwards = false)
    {
        for (var steps = 0; steps < 40; steps++)
        {
            if (await goal.EvaluateAsync<bool>("element => element === document.activeElement"))
            {
                return;
            }

            await journey.Page.Keyboard.PressAsync(backwards ? "Shift+Tab" : "Tab");
        }

        throw new ShouldAssertException($"The keyboard does not reach {goal}.");
    }
}
