using Clipyard.Browser.Tests.Browsing;
using Clipyard.Sandbox.Media;
using Microsoft.Playwright;

namespace Clipyard.Browser.Tests;

public sealed class CutUploadTests(Chromium chromium)
{
    private const int MiB = 1024 * 1024;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnScreens]
    public async Task An_upload_whose_connection_is_lost_goes_on_where_it_was(Screen screen)
    {
        await using var cable = new Cable();
        await Journey.RunAsync(
            chromium,
            screen,
            async journey =>
            {
                var page = journey.Page;
                var video = await VideoAsync(24 * MiB);
                await journey.SignInAsync();
                await journey.GoAsync("/publish");
                await journey.SeesPageAsync("Publish");
                await page.GetByText("Upload", new() { Exact = true }).ClickAsync();

                cable.CutAfter(8 * MiB);
                await page.Locator("input[type=file]")
                    .First.SetInputFilesAsync(
                        new FilePayload
                        {
                            Name = "harvest.mp4",
                            MimeType = "video/mp4",
                            Buffer = video,
                        }
                    );
                await cable.WasCutAsync(Stop);
                await journey.SeesAsync("The connection is gone; it goes on by itself.");
                await Assertions.Expect(page.GetByText(", uploaded")).ToBeHiddenAsync();
                await journey.IsForEverybodyAsync();

                var before = cable.SentBytes;
                cable.Mend();
                await Assertions.Expect(page.GetByText(", uploaded")).ToBeVisibleAsync(new() { Timeout = 60_000 });

                // What had arrived was not sent again; of what was on its way when it broke, the last 4 MiB part may be lost.
                (cable.SentBytes - before).ShouldBeLessThan(video.Length - 2 * MiB);
                var kept = Directory.GetFiles(Path.Combine(journey.Host.DataFolder, "uploads")).ShouldHaveSingleItem();
                (await File.ReadAllBytesAsync(kept, Stop)).AsSpan().SequenceEqual(video).ShouldBeTrue();
                await journey.IsForEverybodyAsync();
            },
            cable
        );
    }

    private static async Task<byte[]> VideoAsync(int bytes)
    {
        await using var padded = SandboxClips.OpenPadded(bytes);
        var video = new byte[bytes];
        await padded.ReadExactlyAsync(video, Stop);
        // Padding is all the same; bytes that differ show when they stand in the wrong place.
        for (var at = bytes / 4; at < bytes; at += 4096)
        {
            BitConverter.TryWriteBytes(video.AsSpan(at), at);
        }

        return video;
    }
}
