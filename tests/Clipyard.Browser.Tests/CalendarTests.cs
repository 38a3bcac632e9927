using System.Globalization;
using Clipyard.Browser.Tests.Browsing;
using Microsoft.Playwright;

namespace Clipyard.Browser.Tests;

public sealed class CalendarTests(Chromium chromium)
{
    // In the zone of the browser that looks, well within a month that is to come.
    private static readonly DateTimeOffset Noon = NoonOf(new DateTime(DateTime.UtcNow.Year + 1, 5, 13));

    [Theory, OnScreens]
    public async Task A_scheduled_post_is_dragged_to_another_day(Screen screen)
    {
        await using var site = await VideoSite.StartAsync();
        await Journey.RunAsync(
            chromium,
            screen,
            async journey =>
            {
                await journey.BeginWithAccountAsync();
                await journey.GoAsync($"/calendar?day={Day(0)}");
                await journey.SeesAsync("Nothing in this time");
                await journey.IsForEverybodyAsync();
                var id = await journey.AskForDraftAsync(site, "The tide at noon", Noon);
                await journey.AskForDraftAsync(site, "A second one on that day", Noon.AddHours(2));
                await journey.UntilAsync(id, "scheduled");
                await journey.SeesAsync("More than TikTok takes in a day"); // one draft at a time, by the setting

                if (screen.IsPhone)
                {
                    await MoveByFormAsync(journey, "The tide at noon", $"{Day(2)}T12:00");
                }
                else
                {
                    await DragAsync(journey, "The tide at noon", Day(2));
                }

                await journey.SeesAsync("It goes out");
                await Assertions
                    .Expect(journey.Page.GetByRole(AriaRole.Region, new() { Name = "More than TikTok takes in a day" }))
                    .ToHaveCountAsync(0);
                (await journey.Host.GetAsync($"/api/posts/{id}"))["schedule_time"]
                    .GetDateTimeOffset()
                    .ShouldBe(Noon.AddDays(2));
                await journey.IsForEverybodyAsync();
                await journey.Page.GetByRole(AriaRole.Link, new() { Name = "The tide at noon" }).First.ClickAsync();
                await journey.SeesPageAsync("Draft");
            },
            site.Trusted,
            ("Publishing:MaxPendingDrafts", "1")
        );
    }

    [Theory, OnScreens]
    public async Task A_move_that_is_refused_is_undone_with_the_reason(Screen screen)
    {
        await using var site = await VideoSite.StartAsync();
        await Journey.RunAsync(
            chromium,
            screen,
            async journey =>
            {
                await journey.BeginWithAccountAsync();
                var id = await journey.AskForDraftAsync(site, "Cancelled by somebody else", Noon);
                await journey.UntilAsync(id, "scheduled");
                await journey.GoAsync($"/calendar?day={Day(0)}");
                await journey.SeesAsync("Cancelled by somebody else");
                await journey.Page.RouteAsync(
                    $"**/api/posts/{id}",
                    async route =>
                    {
                        await journey.Host.PostAsync($"/api/posts/{id}/cancel");
                        await route.ContinueAsync();
                    }
                );

                await MoveByFormAsync(journey, "Cancelled by somebody else", $"{Day(2)}T12:00");

                await Assertions.Expect(journey.Page.GetByRole(AriaRole.Alert).First).ToBeVisibleAsync();
                await journey.SeesAsync("Cancelled");
                (await journey.Host.GetAsync($"/api/posts/{id}"))["schedule_time"].GetDateTimeOffset().ShouldBe(Noon);
            },
            site.Trusted
        );
    }

    [Theory, OnScreens]
    public async Task Past_posts_stand_in_week_and_day_with_what_became_of_them(Screen screen)
    {
        await using var site = await VideoSite.StartAsync();
        await Journey.RunAsync(
            chromium,
            screen,
            async journey =>
            {
                await journey.BeginWithAccountAsync();
                var id = await journey.AskForDraftAsync(site, "Gone out at once");
                await journey.UntilAsync(id, "in_inbox");
                foreach (var view in new[] { "month", "week", "day" })
                {
                    await journey.GoAsync($"/calendar?view={view}");
                    await journey.SeesAsync("Gone out at once");
                    await journey.SeesAsync("In the inbox");
                    await journey.IsForEverybodyAsync();
                }
            },
            site.Trusted
        );
    }

    private static string Day(int later) => Noon.AddDays(later).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateTimeOffset NoonOf(DateTime day)
    {
        var noon = day.AddHours(12);
        return new(noon, TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin").GetUtcOffset(noon));
    }

    private static async Task MoveByFormAsync(Journey journey, string caption, string to)
    {
        await journey.Page.GetByRole(AriaRole.Button, new() { Name = $"Move “{caption}”" }).FocusAsync();
        await journey.Page.Keyboard.PressAsync("Enter");
        var field = journey.Page.GetByLabel("New time");
        await Assertions.Expect(field).ToBeFocusedAsync();
        await field.FillAsync(to);
        await journey.IsForEverybodyAsync();
        await journey.Page.Keyboard.PressAsync("Enter");
    }

    private static async Task DragAsync(Journey journey, string caption, string day)
    {
        var page = journey.Page;
        var from = await BoxAsync(page.Locator(".fc-event", new() { HasText = caption }));
        var to = await BoxAsync(page.Locator($".fc-daygrid-day[data-date='{day}']"));
        await page.Mouse.MoveAsync(from.X + 20, from.Y + 8);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(to.X + 40, to.Y + 30, new() { Steps = 8 });
        await page.Mouse.UpAsync();
    }

    private static async Task<LocatorBoundingBoxResult> BoxAsync(ILocator thing)
    {
        await thing.ScrollIntoViewIfNeededAsync();
        return (await thing.BoundingBoxAsync()).ShouldNotBeNull();
    }
}
