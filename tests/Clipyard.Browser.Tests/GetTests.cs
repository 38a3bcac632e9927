using Clipyard.Browser.Tests.Browsing;
using Clipyard.Sandbox;
using Clipyard.Sandbox.Faults;
using Clipyard.Sandbox.Worlds;
using Microsoft.Playwright;

namespace Clipyard.Browser.Tests;

public sealed class GetTests(Chromium chromium)
{
    [Theory, OnScreens]
    public Task A_link_is_recognised_shown_fetched_and_found_in_the_library(Screen screen) =>
        Journey.RunAsync(
            chromium,
            screen,
            async journey =>
            {
                await journey.SignInAsync();
                await journey.GoAsync("/get");
                await journey.SeesAsync("Nothing fetched yet");
                await journey.IsForEverybodyAsync();

                await PasteAsync(journey, $"Look: {VideoUrl(DemoWorld.PlainVideo)}?lang=en !");
                await Assertions.Expect(journey.Page.GetByText("Video", new() { Exact = true })).ToBeVisibleAsync();
                var preview = journey.Page.GetByRole(AriaRole.Region, new() { Name = "Preview" });
                await Assertions.Expect(preview).ToContainTextAsync("Northern lights");
                await journey.IsForEverybodyAsync();

                await ClickAsync(journey, "Get 1 post");

                var job = journey.Page.GetByRole(AriaRole.Article, new() { Name = "1 link" });
                await ShowsAsync(job, "1 post kept");
                await journey.IsForEverybodyAsync();
                await job.GetByRole(AriaRole.Link).ClickAsync();

                await journey.SeesPageAsync($"Clip by @{DemoWorld.SunnyGarden}");
            }
        );

    [Theory, OnScreens]
    public Task Progress_is_live_outlives_a_reload_and_can_be_cancelled(Screen screen) =>
        Journey.RunAsync(
            chromium,
            screen,
            async journey =>
            {
                journey.Host.Sandbox.Faults.Add(
                    new SandboxFault
                    {
                        Kind = FaultKind.Stall,
                        Endpoint = SandboxEndpoint.Media,
                        Post = DemoWorld.PlainVideo,
                        Bytes = 60_000,
                        Times = null,
                    }
                );
                await journey.SignInAsync();
                await journey.GoAsync("/get");
                await PasteAsync(journey, VideoUrl(DemoWorld.PlainVideo));
                await ClickAsync(journey, "Get 1 post");

                var job = journey.Page.GetByRole(AriaRole.Article, new() { Name = "1 link" });
                await ShowsAsync(job, " of 151 KB");
                await journey.IsForEverybodyAsync();
                await journey.Page.ReloadAsync();
                await ShowsAsync(job, "Running");

                await job.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();

                await ShowsAsync(job, "Cancelled");
            }
        );

    [Theory, OnScreens]
    public Task What_fails_says_why_and_what_helps_and_only_that_is_tried_again(Screen screen) =>
        Journey.RunAsync(
            chromium,
            screen,
            async journey =>
            {
                await journey.SignInAsync();
                await journey.GoAsync("/get");
                await PasteAsync(
                    journey,
                    string.Join(
                        '\n',
                        VideoUrl(DemoWorld.Removed),
                        VideoUrl(DemoWorld.PrivatePost),
                        $"https://www.tiktok.com/@{DemoWorld.PaperBoats}/photo/{DemoWorld.Photos}",
                        "https://www.tiktok.com/tag/garden",
                        "https://example.com/1"
                    )
                );
                await journey.SeesAsync("A hashtag's page, not a post.");
                await journey.SeesAsync("example.com is not TikTok.");
                await journey.IsForEverybodyAsync();
                await ClickAsync(journey, "Get 3 posts");

                var job = journey.Page.GetByRole(AriaRole.Article, new() { Name = "3 links" });
                await ShowsAsync(job, "1 post kept, 2 failed");
                await Assertions.Expect(job).ToContainTextAsync("Its creator keeps this post private.");
                await Assertions.Expect(job).ToContainTextAsync(Failures.FailureCatalogue.VideoPrivate.Remedy);
                await journey.IsForEverybodyAsync();

                await job.GetByRole(AriaRole.Button, new() { Name = "Try 2 posts again" }).ClickAsync();

                var again = journey.Page.GetByRole(AriaRole.Article, new() { Name = "2 links" });
                await ShowsAsync(again, "0 posts kept, 2 failed");
            }
        );

    [Theory, OnScreens]
    public Task A_creator_s_newest_posts_are_kept_for_a_new_student(Screen screen) =>
        Journey.RunAsync(
            chromium,
            screen,
            async journey =>
            {
                await journey.SignInAsync();
                await journey.GoAsync("/get");
                await PasteAsync(journey, $"@{DemoWorld.HarborLights}");
                await ClickAsync(journey, "Student, quality, number");
                await journey
                    .Page.GetByRole(AriaRole.Textbox, new() { Name = "Keep it for the student" })
                    .FillAsync("anna");
                await journey.SeesAsync($"Will be linked to @{DemoWorld.HarborLights}");
                await journey.Page.GetByLabel("Posts of a creator").FillAsync("3");
                await journey.IsForEverybodyAsync();
                await ClickAsync(journey, "Get 3 of 1 creator");

                var job = journey.Page.GetByRole(
                    AriaRole.Article,
                    new() { Name = $"Posts of @{DemoWorld.HarborLights} for anna" }
                );
                await ShowsAsync(job, "3 posts kept");
                (await journey.Host.GetAsync("/tiktok/student/anna/videos"))["total"].GetInt64().ShouldBe(3);
            }
        );

    // A download takes as long as it takes on a busy machine.
    private static Task ShowsAsync(ILocator job, string text) =>
        Assertions.Expect(job).ToContainTextAsync(text, new() { Timeout = 30_000 });

    private static string VideoUrl(string id) => $"https://www.tiktok.com/@{DemoWorld.SunnyGarden}/video/{id}";

    private static Task PasteAsync(Journey journey, string text) =>
        journey.Page.GetByLabel("Links or a creator").FillAsync(text);

    private static Task ClickAsync(Journey journey, string button) =>
        journey.Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
}
