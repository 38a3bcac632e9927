using Clipyard.Browser.Tests.Browsing;
using Clipyard.Sandbox.Worlds;
using Microsoft.Playwright;

namespace Clipyard.Browser.Tests;

public sealed class CreatorLimitTests(Chromium chromium)
{
    [Theory, OnScreens]
    public Task A_creator_who_may_not_post_now_is_told_to_try_later_before_the_button(Screen screen) =>
        Journey.RunAsync(
            chromium,
            screen,
            async journey =>
            {
                Change(journey, posting => posting with { PostsPerDay = 0 });
                await BeginAsync(journey);

                await journey.SeesAsync("This account cannot post directly now");
                await journey.SeesAsync("TikTok takes no direct posts of this account now: try again later.");
                await Assertions.Expect(Send(journey)).ToHaveAttributeAsync("aria-disabled", "true");
                await journey.IsForEverybodyAsync();

                Change(journey, posting => posting with { PostsPerDay = 15 });
                await journey.Page.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();

                await Assertions
                    .Expect(journey.Page.GetByRole(AriaRole.Textbox, new() { Name = "Who can watch it" }))
                    .ToHaveValueAsync("");
                await Assertions.Expect(journey.Page.GetByText("cannot post directly now")).ToHaveCountAsync(0);
            }
        );

    [Theory, OnScreens]
    public Task A_video_longer_than_the_creator_may_post_is_refused_before_it_is_sent_but_not_as_a_draft(
        Screen screen
    ) =>
        Journey.RunAsync(
            chromium,
            screen,
            async journey =>
            {
                Change(journey, posting => posting with { LongestVideoSeconds = 3 });
                await BeginAsync(journey);

                await Assertions
                    .Expect(journey.Page.GetByRole(AriaRole.Alert))
                    .ToContainTextAsync("this creator may post up to 0:03");
                await Assertions.Expect(Send(journey)).ToHaveAttributeAsync("aria-disabled", "true");
                await journey.IsForEverybodyAsync();

                await journey.Page.GetByRole(AriaRole.Radio, new() { Name = "As a draft" }).CheckAsync();

                await Assertions
                    .Expect(journey.Page.GetByRole(AriaRole.Button, new() { Name = "Send the draft" }))
                    .ToHaveAttributeAsync("aria-disabled", "false");
            }
        );

    private static async Task BeginAsync(Journey journey)
    {
        await journey.KeepClipsAsync("anna", DemoWorld.SunnyGarden, 1);
        await journey.BeginWithAccountAsync();
        await journey.GoAsync($"/publish?clip={DemoWorld.PlainVideo}");
        await journey.Page.GetByRole(AriaRole.Radio, new() { Name = "Post directly" }).CheckAsync();
    }

    private static ILocator Send(Journey journey) =>
        journey.Page.GetByRole(AriaRole.Button, new() { Name = "Post to TikTok" });

    private static void Change(Journey journey, Func<PostingProfile, PostingProfile> change)
    {
        var world = journey.Host.Sandbox.World;
        var creator = world.FindCreator(DemoWorld.SunnyGarden).ShouldNotBeNull();
        world.AddCreator(creator with { Posting = change(creator.Posting) });
    }
}
