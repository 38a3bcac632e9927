using Clipyard.Browser.Tests.Browsing;
using Clipyard.Sandbox.Media;
using Microsoft.Playwright;

namespace Clipyard.Browser.Tests;

/// <summary>The components of samples/react on somebody else's page.</summary>
public sealed class ForeignPageTests(Chromium chromium)
{
    [Theory, OnScreens]
    public async Task Another_page_shows_clips_and_uploads_a_video_with_a_key(Screen screen)
    {
        await using var foreign = await ForeignPage.StartAsync();
        await Journey.RunAsync(
            chromium,
            screen,
            async journey =>
            {
                var page = journey.Page;
                await journey.KeepClipsAsync("anna", "sunny.garden", 3);
                await page.GotoAsync(foreign.Origin);
                await page.GetByLabel("Clipyard").FillAsync(journey.Host.Server.Address.AbsoluteUri);
                await page.GetByLabel("Key").FillAsync(journey.Host.Key);
                await page.GetByRole(AriaRole.Button, new() { Name = "Show it" }).ClickAsync();

                await SeesClipsAsync(page, 3);
                await UploadsAsync(journey);
                await journey.IsForEverybodyAsync();
            },
            foreign.Allowed
        );
    }

    [Theory, OnScreens]
    public async Task Another_server_passes_its_page_s_calls_on_with_a_key_that_the_page_never_sees(Screen screen)
    {
        await using var foreign = await ForeignPage.StartAsync();
        await Journey.RunAsync(
            chromium,
            screen,
            async journey =>
            {
                foreign.PassOnTo(journey.Host.Server.Address, journey.Host.Key);
                await journey.KeepClipsAsync("anna", "sunny.garden", 1);
                await journey.Page.GotoAsync(foreign.Origin);

                await SeesClipsAsync(journey.Page, 1);
                await UploadsAsync(journey);
            }
        );
    }

    private static async Task SeesClipsAsync(IPage page, int count)
    {
        var clips = page.GetByRole(AriaRole.Region, new() { Name = "Clips" }).GetByRole(AriaRole.Listitem);
        await Assertions.Expect(clips).ToHaveCountAsync(count);
        await clips.First.GetByRole(AriaRole.Button).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog).Locator("video, img").First).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
    }

    private static async Task UploadsAsync(Journey journey)
    {
        var video = SandboxClips.Bytes(SandboxClips.Plain);
        await journey
            .Page.GetByLabel("Choose a video, or drop it here")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "tide.mp4",
                    MimeType = "video/mp4",
                    Buffer = video,
                }
            );
        await journey.SeesAsync("tide.mp4 has arrived.");
        var kept = Directory.GetFiles(Path.Combine(journey.Host.DataFolder, "uploads")).ShouldHaveSingleItem();
        (await File.ReadAllBytesAsync(kept, TestContext.Current.CancellationToken)).ShouldBe(video);
    }
}
