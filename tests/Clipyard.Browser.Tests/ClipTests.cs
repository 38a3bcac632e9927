using Clipyard.Browser.Tests.Browsing;
using Clipyard.Sandbox.Worlds;
using Microsoft.Playwright;

namespace Clipyard.Browser.Tests;

public sealed class ClipTests(Chromium chromium)
{
    [Theory, OnScreens]
    public Task A_clip_plays_is_checked_and_leads_to_its_neighbours_by_key(Screen screen) =>
        Journey.RunAsync(
            chromium,
            screen,
            async journey =>
            {
                await journey.KeepClipsAsync("anna", DemoWorld.SunnyGarden, 3);
                await journey.SignInAsync();
                await journey.GoAsync($"/library/{DemoWorld.PlainVideo}?student=anna&sort=posted");
                await journey.SeesPageAsync($"Clip by @{DemoWorld.SunnyGarden}");

                await PlaysAsync(journey.Page.Locator("video"));
                await journey.SeesAsync("720 × 1280");
                await ButtonAsync(journey, "Hashes and addresses");
                await journey.SeesAsync("Record's hash");
                await ButtonAsync(journey, "Check it now");
                await journey.SeesAsync("All is as it was kept");
                await journey.IsForEverybodyAsync();

                await journey.Page.Locator("body").PressAsync("ArrowRight");
                await journey.Page.WaitForURLAsync($"**/library/{DemoWorld.RichCaption}?*");
                await journey.Page.Locator("body").PressAsync("ArrowLeft");
                await journey.Page.WaitForURLAsync($"**/library/{DemoWorld.PlainVideo}?*");
            }
        );

    [Theory, OnScreens]
    public Task A_clip_that_was_changed_behind_its_back_is_found_out(Screen screen) =>
        Journey.RunAsync(
            chromium,
            screen,
            async journey =>
            {
                await journey.KeepClipsAsync("anna", DemoWorld.SunnyGarden, 1);
                var file = Directory
                    .EnumerateFiles(journey.Host.DataFolder, $"{DemoWorld.PlainVideo}.mp4", SearchOption.AllDirectories)
                    .Single();
                await File.AppendAllTextAsync(file, "x", TestContext.Current.CancellationToken);
                await journey.SignInAsync();
                await journey.GoAsync($"/library/{DemoWorld.PlainVideo}");

                await ButtonAsync(journey, "Check it now");

                await journey.SeesAsync("not as it was kept");
                await journey.IsForEverybodyAsync();
            }
        );

    [Theory, OnScreens]
    public Task Photos_are_turned_and_a_clip_is_erased_after_saying_what_goes(Screen screen) =>
        Journey.RunAsync(
            chromium,
            screen,
            async journey =>
            {
                await journey.KeepClipsAsync("anna", DemoWorld.PaperBoats, 3);
                await journey.SignInAsync();
                await journey.GoAsync($"/library/{DemoWorld.Photos}");
                await journey.SeesAsync("Photo 1 of 4");
                await ButtonAsync(journey, "Previous photo");
                await journey.SeesAsync("Photo 4 of 4");
                await journey.IsForEverybodyAsync();

                await ButtonAsync(journey, "Erase this clip");
                var dialog = journey.Page.GetByRole(AriaRole.Dialog);
                await Assertions.Expect(dialog).ToContainTextAsync("What stays");
                await dialog.GetByRole(AriaRole.Button, new() { Name = "Erase", Exact = true }).ClickAsync();

                await journey.SeesPageAsync("Library");
                await journey.SeesAsync("2 clips");
                (await journey.Host.GetAsync($"/api/v1/clips/{DemoWorld.Photos}")).Code.ShouldBe("not_found");
            }
        );

    [Theory, OnScreens]
    public Task A_clip_that_is_not_kept_is_said_to_be_missing(Screen screen) =>
        Journey.RunAsync(
            chromium,
            screen,
            async journey =>
            {
                await journey.SignInAsync();
                await journey.GoAsync($"/library/{DemoWorld.NeverExisted}");

                await Assertions
                    .Expect(journey.Page.GetByRole(AriaRole.Alert))
                    .ToContainTextAsync("The clip could not be loaded");
                await journey.IsForEverybodyAsync();
            }
        );

    private static Task ButtonAsync(Journey journey, string name) =>
        journey.Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();

    private static async Task PlaysAsync(ILocator film)
    {
        var advances = await film.EvaluateAsync<bool>(
            """
            (film) => new Promise((resolve, reject) => {
              film.muted = true;
              film.ontimeupdate = () => film.currentTime > 0 && resolve(true);
              film.onerror = () => reject(film.error?.message);
              film.play().catch(reject);
            })
            """
        );
        advances.ShouldBeTrue();
    }
}
