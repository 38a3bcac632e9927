using Clipyard.Browser.Tests.Browsing;
using Clipyard.Sandbox.Official.Posting;
using Microsoft.Playwright;

namespace Clipyard.Browser.Tests;

public sealed class ActivityTests(Chromium chromium)
{
    [Theory, OnScreens]
    public async Task A_post_of_an_n8n_workflow_is_approved_here_and_arrives_in_the_creator_s_inbox(Screen screen)
    {
        await using var site = await VideoSite.StartAsync();
        await Journey.RunAsync(
            chromium,
            screen,
            async journey =>
            {
                await journey.BeginWithAccountAsync();
                await journey.GoAsync("/activity");
                await journey.SeesAsync("Nothing posted yet");
                await journey.IsForEverybodyAsync();

                var id = await journey.AskByWorkflowAsync(site, "Low tide at six #sea");
                await journey.SeesAsync("Needs approval"); // nobody has reloaded
                await journey.Page.GetByRole(AriaRole.Tab, new() { Name = "Needs you" }).ClickAsync();
                new Uri(journey.Page.Url).Query.ShouldBe("?show=needs");
                await journey.IsForEverybodyAsync();
                await journey.Page.GetByRole(AriaRole.Link, new() { Name = "Low tide at six #sea" }).ClickAsync();

                await journey.SeesPageAsync("Draft");
                await journey.SeesAsync("It waits for somebody to look at it.");
                var video = journey.Page.Locator("video");
                await Assertions.Expect(video).ToBeVisibleAsync();
                (
                    await video.EvaluateAsync<bool>(
                        "async v => v.readyState > 0 || await new Promise(done => "
                            + "{ v.onloadedmetadata = () => done(true); v.onerror = () => done(false); })"
                    )
                ).ShouldBeTrue("The staged file is not shown.");
                await journey.IsForEverybodyAsync();
                await journey.Page.GetByRole(AriaRole.Button, new() { Name = "Approve", Exact = true }).ClickAsync();

                await journey.SeesAsync("The draft is in the creator’s TikTok inbox.");
                await journey.SeesAsync("Arrived in the creator’s inbox");
                await journey.SeesAsync("Approved");
                await Assertions
                    .Expect(journey.Page.GetByRole(AriaRole.Button, new() { Name = "Cancel the post" }))
                    .ToHaveCountAsync(0);
                await journey.IsForEverybodyAsync();
                var post = await journey.Host.GetAsync($"/api/posts/{id}");
                journey
                    .Host.Sandbox.Official.Tasks.ShouldHaveSingleItem()
                    .Stage.ShouldBe(PublishStage.InInbox, post.Text);
            },
            site.Trusted
        );
    }

    [Theory, OnScreens]
    public async Task What_failed_says_why_and_is_sent_again_when_the_cause_is_gone(Screen screen)
    {
        await using var site = await VideoSite.StartAsync(isOpen: false);
        await Journey.RunAsync(
            chromium,
            screen,
            async journey =>
            {
                await journey.BeginWithAccountAsync();
                var id = await journey.AskForDraftAsync(site, "No video at first");
                await journey.GoAsync($"/activity/{id}");
                var why = journey.Page.GetByRole(AriaRole.Region, new() { Name = "Why it failed" });
                await Assertions.Expect(why).ToContainTextAsync("unsupported_media");
                await journey.IsForEverybodyAsync();

                site.Open();
                await journey.Page.GetByRole(AriaRole.Button, new() { Name = "Send again" }).ClickAsync();

                await journey.SeesAsync("The draft is in the creator’s TikTok inbox.");
                await Assertions.Expect(why).ToHaveCountAsync(0);
            },
            site.Trusted
        );
    }

    [Theory, OnScreens]
    public async Task A_post_is_changed_even_if_somebody_else_was_first_and_cancelled_after_a_question(Screen screen)
    {
        await using var site = await VideoSite.StartAsync();
        await Journey.RunAsync(
            chromium,
            screen,
            async journey =>
            {
                await journey.BeginWithAccountAsync();
                var id = await journey.AskForDraftAsync(site, "First words", DateTimeOffset.UtcNow.AddDays(2));
                await journey.UntilAsync(id, "scheduled");
                await journey.GoAsync($"/activity/{id}");
                var page = journey.Page;
                await journey.SeesAsync("It is ready and waits for its time.");

                await page.GetByRole(AriaRole.Button, new() { Name = "Change" }).ClickAsync();
                var caption = page.GetByRole(AriaRole.Textbox, new() { Name = "Caption" });
                await caption.FillAsync("Better words");
                await journey.IsForEverybodyAsync();
                await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
                await journey.SeesAsync("The post was changed.");
                await Assertions.Expect(caption).ToHaveCountAsync(0);
                (await journey.Host.GetAsync($"/api/posts/{id}"))["caption"].GetString().ShouldBe("Better words");

                // What the page knows is old by the time that the change arrives.
                await page.RouteAsync(
                    $"**/api/posts/{id}",
                    async route =>
                    {
                        if (route.Request.Method != "PATCH")
                        {
                            await route.ContinueAsync();
                            return;
                        }

                        await journey.Host.SendAsync(
                            HttpMethod.Patch,
                            $"/api/posts/{id}",
                            new { content = "Words of somebody else" }
                        );
                        await page.UnrouteAsync($"**/api/posts/{id}");
                        await route.ContinueAsync();
                    }
                );
                await page.GetByRole(AriaRole.Button, new() { Name = "Change" }).ClickAsync();
                await caption.FillAsync("Words that come later");
                await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
                await journey.SeesAsync("The post was changed meanwhile");
                await journey.SeesAsync("The caption is now “Words of somebody else”.");
                await journey.IsForEverybodyAsync();
                await page.GetByRole(AriaRole.Button, new() { Name = "Keep what I typed" }).ClickAsync();
                await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
                await Assertions.Expect(caption).ToHaveCountAsync(0);
                await journey.SeesAsync("Words that come later");
                (await journey.Host.GetAsync($"/api/posts/{id}"))["caption"]
                    .GetString()
                    .ShouldBe("Words that come later");

                await page.GetByRole(AriaRole.Button, new() { Name = "Cancel the post" }).First.ClickAsync();
                var question = page.GetByRole(AriaRole.Dialog);
                await Assertions.Expect(question).ToContainTextAsync("cannot be taken up again");
                await question.GetByRole(AriaRole.Button, new() { Name = "Cancel the post" }).ClickAsync();
                await journey.SeesAsync("It was cancelled.");
                await journey.IsForEverybodyAsync();
            },
            site.Trusted
        );
    }

    [Theory, OnScreens]
    public async Task While_publishing_is_paused_the_page_says_so_and_lets_it_go_on(Screen screen)
    {
        await using var site = await VideoSite.StartAsync();
        await Journey.RunAsync(
            chromium,
            screen,
            async journey =>
            {
                await journey.BeginWithAccountAsync();
                await journey.Host.PostAsync(
                    "/api/publishing/pause",
                    new { reason = "We move to another machine.", holds_messages = true }
                );
                var id = await journey.AskForDraftAsync(site, "Waits for the end of the pause");
                await journey.UntilAsync(id, "queued");
                await journey.GoAsync("/activity?show=underway");
                await journey.SeesAsync("We move to another machine.");
                await journey.SeesAsync("Messages to webhooks and callbacks wait, too");
                await journey.Page.GetByRole(AriaRole.Button, new() { Name = "Show those posts" }).ClickAsync();
                await journey.IsForEverybodyAsync();

                await journey.Page.GetByRole(AriaRole.Button, new() { Name = "Resume publishing" }).ClickAsync();
                await journey.SeesAsync("Let posts and messages go out again?");
                await journey.IsForEverybodyAsync();
                await journey
                    .Page.GetByRole(AriaRole.Dialog)
                    .GetByRole(AriaRole.Button, new() { Name = "Resume publishing" })
                    .ClickAsync();

                await journey.SeesAsync("Posts and messages go out again.");
                await journey.UntilAsync(id, "in_inbox");
                await journey.SeesAsync("There are none that fit this tab");
            },
            site.Trusted
        );
    }
}
