using Clipyard.Browser.Tests.Browsing;
using Clipyard.Sandbox.Worlds;
using Microsoft.Playwright;

namespace Clipyard.Browser.Tests;

public sealed class StudentTests(Chromium chromium)
{
    // A download takes as long as it takes on a busy machine.
    private static readonly LocatorAssertionsToContainTextOptions Patient = new() { Timeout = 30_000 };

    [Theory, OnScreens]
    public Task A_student_is_archived_checked_followed_by_a_feed_and_erased(Screen screen) =>
        Journey.RunAsync(
            chromium,
            screen,
            async journey =>
            {
                var page = journey.Page;
                await journey.KeepClipsAsync("anna", DemoWorld.SunnyGarden, 1);
                await journey.SignInAsync();
                await journey.GoAsync("/library/students");
                await journey.IsForEverybodyAsync();
                await page.GetByRole(AriaRole.Link, new() { Name = $"@{DemoWorld.SunnyGarden}" }).ClickAsync();
                await journey.SeesPageAsync($"@{DemoWorld.SunnyGarden}");
                await journey.SeesAsync("Allotment no. 14");

                await page.GetByLabel("Posts", new() { Exact = true }).FillAsync("3");
                await ButtonAsync(journey, "Fetch the newest");
                await Assertions.Expect(page.GetByRole(AriaRole.Article)).ToContainTextAsync("kept", Patient);
                await journey.SeesAsync("3 clips");
                await ButtonAsync(journey, "Check all clips now");
                await journey.SeesAsync("All is as it was kept");

                await ButtonAsync(journey, "Make a feed");
                var address = page.GetByLabel("Address");
                var first = await address.InputValueAsync();
                await journey.IsForEverybodyAsync();
                await ButtonAsync(journey, "New address");
                await page.GetByRole(AriaRole.Dialog)
                    .GetByRole(AriaRole.Button, new() { Name = "New address" })
                    .ClickAsync();
                await Assertions.Expect(address).Not.ToHaveValueAsync(first);

                await ButtonAsync(journey, "Erase anna");
                var dialog = page.GetByRole(AriaRole.Dialog);
                await Assertions.Expect(dialog).ToContainTextAsync("3 clips");
                await dialog.GetByRole(AriaRole.Button, new() { Name = "Erase everything" }).ClickAsync();

                await journey.SeesPageAsync("Students");
                await journey.SeesAsync("No student yet");
                (await journey.Host.GetAsync("/tiktok/student/anna/username")).Code.ShouldBe("student_not_linked");
            }
        );

    [Theory, OnScreens]
    public Task A_creator_who_is_gone_is_explained_and_what_is_kept_stays(Screen screen) =>
        Journey.RunAsync(
            chromium,
            screen,
            async journey =>
            {
                (
                    await journey.Host.PutAsync("/tiktok/student/ben/username", new { username = DemoWorld.Banned })
                ).Status.ShouldBe(System.Net.HttpStatusCode.OK);
                await journey.SignInAsync();
                await journey.GoAsync("/library/students/ben");

                await journey.SeesPageAsync($"@{DemoWorld.Banned}");
                await ButtonAsync(journey, "Fetch the newest");

                await Assertions
                    .Expect(journey.Page.GetByRole(AriaRole.Article))
                    .ToContainTextAsync(Failures.FailureCatalogue.NoSuchUser.Remedy, Patient);
                await journey.IsForEverybodyAsync();
            }
        );

    private static Task ButtonAsync(Journey journey, string name) =>
        journey.Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();
}
