using Clipyard.Browser.Tests.Browsing;
using Clipyard.Sandbox.Official.Posting;
using Microsoft.Playwright;

namespace Clipyard.Browser.Tests;

public sealed class FirstMinuteTests(Chromium chromium)
{
    [Theory, OnScreens]
    public Task A_link_is_kept_an_account_connected_and_a_draft_sent_by_what_the_pages_say_alone(Screen screen) =>
        Journey.RunAsync(
            chromium,
            screen,
            async journey =>
            {
                await journey.SignInAsync();
                await FollowAsync(journey, "Get clips");
                await journey.SeesPageAsync("Get");
                await journey.SeesAsync("made-up posts of its own");
                await journey.IsForEverybodyAsync();
                await ClickAsync(journey, "A video");
                await ClickAsync(journey, "Get 1 post");
                var job = journey.Page.GetByRole(AriaRole.Article, new() { Name = "1 link" });
                await Assertions.Expect(job).ToContainTextAsync("1 post kept");
                await job.GetByRole(AriaRole.Link).ClickAsync();

                await journey.SeesPageAsync("Clip by @sunny.garden");
                await FollowAsync(journey, "Publish this");
                await journey.SeesPageAsync("Publish");
                await FollowAsync(journey, "Connect a sandbox account");
                await ClickAsync(journey, "Continue");
                await journey.SeesPageAsync("Publish");
                await ClickAsync(journey, "Send the draft");

                await journey.SeesAsync("The draft is in the creator’s TikTok inbox.");
                journey.Host.Sandbox.Official.Tasks.ShouldHaveSingleItem().Stage.ShouldBe(PublishStage.InInbox);
                await FollowAsync(journey, "All activity");
                await journey.SeesPageAsync("Activity");
                await ShowsItsCoverAsync(journey.Page.GetByRole(AriaRole.List, new() { Name = "Posts" }));
                await journey.IsForEverybodyAsync();
            }
        );

    private static Task FollowAsync(Journey journey, string link) =>
        journey.Page.GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).ClickAsync();

    private static Task ClickAsync(Journey journey, string button) =>
        journey.Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    private static async Task ShowsItsCoverAsync(ILocator posts)
    {
        var width = await posts
            .Locator("img")
            .First.EvaluateAsync<int>("async (cover) => { await cover.decode(); return cover.naturalWidth; }");
        width.ShouldBeGreaterThan(0);
    }
}
