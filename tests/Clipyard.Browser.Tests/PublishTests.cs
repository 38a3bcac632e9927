using Clipyard.Browser.Tests.Browsing;
using Microsoft.Playwright;

namespace Clipyard.Browser.Tests;

public sealed class PublishTests(Chromium chromium)
{
    [Theory, OnScreens]
    public Task An_account_is_connected_and_a_draft_of_a_kept_clip_sent(Screen screen) =>
        Journey.RunAsync(
            chromium,
            screen,
            async journey =>
            {
                var page = journey.Page;
                await journey.KeepClipsAsync("anna", "sunny.garden", 3);
                await journey.SignInAsync();
                await journey.GoAsync("/publish");
                await journey.SeesPageAsync("Publish");
                await journey.SeesAsync("Before it can go out:");
                await page.GetByLabel("Clips").GetByRole(AriaRole.Button).First.ClickAsync();
                await page.GetByRole(AriaRole.Textbox, new() { Name = "Caption" })
                    .FillAsync("Tomatoes in the sun #garden by @sunny.garden");
                await journey.IsForEverybodyAsync();

                await ConnectAsync(journey);

                await Assertions
                    .Expect(page.GetByRole(AriaRole.Textbox, new() { Name = "Caption" }))
                    .ToHaveValueAsync("Tomatoes in the sun #garden by @sunny.garden");
                await journey.SeesAsync("TikTok ignores the caption of a draft");
                await Assertions.Expect(page.GetByText("#garden", new() { Exact = true })).ToBeVisibleAsync();
                await Assertions
                    .Expect(page.GetByRole(AriaRole.Button, new() { Name = "Copy the caption" }))
                    .ToBeVisibleAsync();
                await Assertions.Expect(page.Locator("video")).ToBeVisibleAsync();
                await journey.IsForEverybodyAsync();
                await page.GetByRole(AriaRole.Button, new() { Name = "Send the draft" }).DblClickAsync();

                await Assertions
                    .Expect(page.GetByText("In the inbox").First)
                    .ToBeVisibleAsync(new() { Timeout = 30_000 });
                var posts = await journey.Host.GetAsync("/api/posts");
                posts["total"].GetInt32().ShouldBe(1);
                posts["posts.0.mode"].GetString().ShouldBe("inbox");
                posts["posts.0.caption"].GetString().ShouldBe("Tomatoes in the sun #garden by @sunny.garden");
                await journey.IsForEverybodyAsync();
            }
        );

    [Theory, OnScreens]
    public Task A_direct_post_keeps_every_rule_of_the_sharing_guidelines(Screen screen) =>
        Journey.RunAsync(
            chromium,
            screen,
            async journey =>
            {
                var page = journey.Page;
                var clip = await KeptClipAsync(journey);
                await journey.SignInAsync();
                await journey.GoAsync($"/publish?clip={clip}");
                await ConnectAsync(journey, creator: "quiet_attic");
                await page.GetByRole(AriaRole.Radio, new() { Name = "Post directly" }).CheckAsync();
                await journey.SeesAsync("quiet attic");

                var send = page.GetByRole(AriaRole.Button, new() { Name = "Post to TikTok" });
                await Assertions.Expect(send).ToHaveAttributeAsync("aria-disabled", "true");
                await journey.SeesAsync("Choose who can watch it.");
                var privacy = page.GetByRole(AriaRole.Textbox, new() { Name = "Who can watch it" });
                await Assertions.Expect(privacy).ToHaveValueAsync("");
                await Assertions.Expect(page.GetByLabel("Comments")).Not.ToBeCheckedAsync();
                await Assertions.Expect(page.GetByLabel("Comments")).ToBeEnabledAsync();
                await Assertions.Expect(page.GetByLabel("Duets")).ToBeDisabledAsync();
                await Assertions.Expect(page.GetByLabel("Stitches")).ToBeDisabledAsync();
                await Assertions.Expect(page.GetByText("Branded Content Policy")).ToBeHiddenAsync();
                await journey.IsForEverybodyAsync();

                await page.GetByRole(AriaRole.Switch, new() { Name = "Disclose commercial content" })
                    .PressAsync("Space");
                await journey.SeesAsync("You need to indicate if your content promotes yourself");
                await ChoosePrivacyAsync(page, privacy, "Only me");
                var branded = page.GetByLabel("Branded content");
                await Assertions.Expect(branded).ToBeDisabledAsync();
                await journey.SeesAsync("Branded content visibility cannot be set to private.");
                await page.GetByLabel("Your brand").CheckAsync();
                await journey.SeesAsync("Your video will be labeled as 'Promotional content'.");
                await Assertions.Expect(page.GetByText("Branded Content Policy")).ToBeHiddenAsync();

                await ChoosePrivacyAsync(page, privacy, "Followers");
                await branded.CheckAsync();
                await journey.SeesAsync("Your video will be labeled as 'Paid partnership'.");
                await Assertions
                    .Expect(page.GetByText("By posting, you agree to TikTok's"))
                    .ToContainTextAsync("Branded Content Policy and Music Usage Confirmation.");
                await privacy.ClickAsync();
                await Assertions
                    .Expect(page.GetByRole(AriaRole.Option, new() { Name = "Only me" }))
                    .ToHaveAttributeAsync("data-combobox-disabled", "true");
                await page.Keyboard.PressAsync("Escape");

                await page.GetByLabel("Comments").CheckAsync();
                await page.GetByRole(AriaRole.Switch, new() { Name = "Label it as AI-generated" }).PressAsync("Space");
                var cover = page.GetByRole(AriaRole.Slider, new() { Name = "Cover" });
                await cover.PressAsync("ArrowRight");
                await cover.PressAsync("ArrowRight");
                await journey.SeesAsync("At 0.2 s");
                await page.GetByRole(AriaRole.Textbox, new() { Name = "Caption" }).FillAsync("The attic");
                await journey.IsForEverybodyAsync();
                await send.ClickAsync();

                await Assertions.Expect(page.GetByText("Published").First).ToBeVisibleAsync(new() { Timeout = 30_000 });
                var post = (await journey.Host.GetAsync("/api/posts"))["posts.0"];
                post.GetProperty("mode").GetString().ShouldBe("direct");
                var settings = post.GetProperty("settings");
                settings.GetProperty("privacy_level").GetString().ShouldBe("FOLLOWER_OF_CREATOR");
                settings.GetProperty("disable_comment").GetBoolean().ShouldBeFalse();
                settings.GetProperty("disable_duet").GetBoolean().ShouldBeTrue();
                settings.GetProperty("brand_content_toggle").GetBoolean().ShouldBeTrue();
                settings.GetProperty("brand_organic_toggle").GetBoolean().ShouldBeTrue();
                settings.GetProperty("is_aigc").GetBoolean().ShouldBeTrue();
                settings.GetProperty("video_cover_timestamp_ms").GetInt32().ShouldBe(200);
            }
        );

    [Theory, OnScreens]
    public Task An_uploaded_video_is_scheduled_in_the_zone_of_somebody_s_choice(Screen screen) =>
        Journey.RunAsync(
            chromium,
            screen,
            async journey =>
            {
                var page = journey.Page;
                await journey.SignInAsync();
                await journey.GoAsync("/publish");
                await ConnectAsync(journey);
                await page.GetByText("Upload", new() { Exact = true }).ClickAsync();
                var file = page.Locator("input[type=file]").First;
                await file.SetInputFilesAsync(
                    new FilePayload
                    {
                        Name = "notes.mp4",
                        MimeType = "video/mp4",
                        Buffer = "These are words."u8.ToArray(),
                    }
                );
                await journey.SeesAsync("does not begin as an MP4, MOV or WebM video does");
                await journey.IsForEverybodyAsync();
                await file.SetInputFilesAsync(
                    new FilePayload
                    {
                        Name = "harvest.mp4",
                        MimeType = "video/mp4",
                        Buffer = await KeptBytesAsync(journey),
                    }
                );
                await journey.SeesAsync(", uploaded");

                await page.GetByRole(AriaRole.Radio, new() { Name = "At a time" }).CheckAsync();
                await Assertions
                    .Expect(page.GetByRole(AriaRole.Textbox, new() { Name = "Time zone" }))
                    .ToHaveValueAsync("Europe/Berlin");
                // The clocks skip this hour there.
                await page.GetByLabel("Day and time").FillAsync("2028-03-26T02:30");
                var send = page.GetByRole(AriaRole.Button, new() { Name = "Schedule the draft" });
                await send.ClickAsync();
                await journey.SeesAsync("the clocks skip it");
                await journey.IsForEverybodyAsync();

                await page.GetByRole(AriaRole.Textbox, new() { Name = "Time zone" }).FillAsync("Asia/Bangkok");
                await page.GetByRole(AriaRole.Option, new() { Name = "Asia/Bangkok" }).ClickAsync();
                await send.ClickAsync();

                await Assertions.Expect(page.GetByText("Scheduled").First).ToBeVisibleAsync();
                var post = (await journey.Host.GetAsync("/api/posts"))["posts.0"];
                post.GetProperty("schedule_time").GetString().ShouldBe("2028-03-26T02:30:00+07:00");
                post.GetProperty("schedule_zone").GetString().ShouldBe("Asia/Bangkok");
            }
        );

    private static async Task ConnectAsync(Journey journey, string? creator = null)
    {
        await journey.Page.GetByRole(AriaRole.Link, new() { Name = "Connect a sandbox account" }).ClickAsync();
        if (creator is not null)
        {
            await journey.Page.GetByLabel("Log in as").SelectOptionAsync(creator);
        }

        await journey.Page.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();
        await journey.SeesPageAsync("Publish");
        await journey.SeesAsync("The TikTok account is connected.");
    }

    private static async Task ChoosePrivacyAsync(IPage page, ILocator privacy, string level)
    {
        await privacy.ClickAsync();
        await page.GetByRole(AriaRole.Option, new() { Name = level, Exact = true }).ClickAsync();
    }

    private static async Task<string?> KeptClipAsync(Journey journey)
    {
        await journey.KeepClipsAsync("anna", "sunny.garden", 1);
        return (await journey.Host.GetAsync("/api/v1/clips?kind=video"))["clips.0.video_id"].GetString();
    }

    private static async Task<byte[]> KeptBytesAsync(Journey journey)
    {
        await journey.KeepClipsAsync("anna", "sunny.garden", 1);
        var kept = (await journey.Host.GetAsync("/api/v1/clips?kind=video"))["clips.0.local_path"].GetString();
        return await journey.Host.Client.GetByteArrayAsync(kept, TestContext.Current.CancellationToken);
    }
}
