using System.Net;
using Clipyard.Browser.Tests.Browsing;
using Clipyard.Sandbox.Worlds;
using Microsoft.Playwright;

namespace Clipyard.Browser.Tests;

/// <summary>The pictures in README and docs/: the program as it is. CLIPYARD_PICTURES=docs puts them there.</summary>
public sealed class DocsPictureTests(Chromium chromium)
{
    // Captions without emoji: not every machine has a font for them.
    private static readonly string[] Links =
    [
        $"https://www.tiktok.com/@{DemoWorld.SunnyGarden}/video/{DemoWorld.PlainVideo}",
        $"https://www.tiktok.com/@{DemoWorld.SunnyGarden}/video/{DemoWorld.WithSubtitles}",
        $"https://www.tiktok.com/@{DemoWorld.PaperBoats}/video/{DemoWorld.PaperBoatsVideo}",
        $"https://www.tiktok.com/@{DemoWorld.PaperBoats}/photo/{DemoWorld.SinglePhoto}",
    ];

    private static readonly string[] Captions =
    [
        "The tide table #sea",
        "How to prune roses #howto",
        "Northern lights over the greenhouse #aurora",
        "It floats! #origami",
        "Harbor evening, the long cut #harbor",
    ];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public Task Every_picture_of_the_documentation_can_be_taken_anew() =>
        Journey.RunAsync(
            chromium,
            new Screen(1440, false),
            async journey =>
            {
                var page = journey.Page;
                var camera = await DocsCamera.StartAsync(journey);
                var clips = await KeepAsync(journey);
                await ConnectAsync(journey);
                var post = await PostAsync(journey, clips);

                await camera.TakeAsync("home", 1440, 860, isDark: false, "/", "Needs approval");
                await camera.TakeAsync("library", 1440, 900, isDark: true, "/library", "13 clips");
                await camera.TakeAsync("calendar", 1440, 900, isDark: false, "/calendar", "Coming up");
                await camera.TakeAsync("accounts", 360, 900, isDark: true, "/accounts", "Goes out next");
                await camera.TakeAsync("approval", 360, 1310, isDark: false, $"/activity/{post}", "Your decision");

                await camera.OpenAsync(1440, 1380, isDark: false, $"/publish?clip={DemoWorld.PlainVideo}");
                await page.GetByRole(AriaRole.Textbox, new() { Name = "Caption" })
                    .FillAsync("Northern lights over the greenhouse #aurora, filmed by @sunny.garden");
                await page.GetByRole(AriaRole.Radio, new() { Name = "Post directly" }).CheckAsync();
                await page.GetByRole(AriaRole.Textbox, new() { Name = "Who can watch it" }).ClickAsync();
                await page.GetByRole(AriaRole.Option, new() { Name = "Everyone" }).ClickAsync();
                await page.GetByLabel("Comments").CheckAsync();
                await page.GetByRole(AriaRole.Switch, new() { Name = "Disclose commercial content" })
                    .PressAsync("Space");
                await page.GetByLabel("Your brand").CheckAsync();
                await page.GetByRole(AriaRole.Slider, new() { Name = "Cover" }).PressAsync("ArrowRight");
                await journey.SeesAsync("At 0.1 s");
                await page.GetByRole(AriaRole.Region, new() { Name = "TikTok account" })
                    .EvaluateAsync(
                        "(part) => { document.activeElement.blur(); scrollTo(0, scrollY + part.getBoundingClientRect().top - 24); }"
                    );
                await camera.TakeAsync("publish");
            }
        );

    private static async Task<IReadOnlyList<string>> KeepAsync(Journey journey)
    {
        await journey.KeepClipsAsync("anna", DemoWorld.HarborLights, 9);
        var job = await journey.Host.PostAsync("/api/v1/downloads", new { urls = Links });
        job.Status.ShouldBe(HttpStatusCode.Accepted, job.Text);
        await CompletedAsync(journey, job["job_id"].GetString().ShouldNotBeNull());

        var clips = (await journey.Host.GetAsync("/api/v1/clips?kind=video&limit=20"))["clips"];
        return [.. clips.EnumerateArray().Select(clip => clip.GetProperty("video_id").GetString().ShouldNotBeNull())];
    }

    private static async Task CompletedAsync(Journey journey, string jobId)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        limit.CancelAfter(TimeSpan.FromSeconds(30));
        while (true)
        {
            var job = await journey.Host.GetAsync($"/api/v1/jobs/{jobId}");
            var state = job["state"].GetString();
            if (state == "completed")
            {
                return;
            }

            state.ShouldBeOneOf(["queued", "running"], job.Text);
            await Task.Delay(TimeSpan.FromMilliseconds(100), limit.Token);
        }
    }

    private static async Task ConnectAsync(Journey journey)
    {
        await journey.SignInAsync();
        await journey.Page.GetByRole(AriaRole.Link, new() { Name = "Connect a sandbox account" }).ClickAsync();
        await journey.Page.GetByLabel("Log in as").SelectOptionAsync(DemoWorld.HarborLights);
        await journey.Page.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();
        await journey.SeesPageAsync("Home");
        await journey.Page.GetByRole(AriaRole.Button, new() { Name = "Close" }).First.ClickAsync();
    }

    /// <summary>One draft that has arrived, some for the days to come, one that waits for a person: its id.</summary>
    private static async Task<string> PostAsync(Journey journey, IReadOnlyList<string> clips)
    {
        await journey.UntilAsync(
            await AskAsync(journey, new { source = new { clip_id = clips[0] }, content = "Low tide at six #sea" }),
            "in_inbox"
        );
        for (var i = 0; i < Captions.Length; i++)
        {
            var at = DateTime.UtcNow.Date.AddDays(i + 1).AddHours(9 + (4 * i % 11));
            await journey.UntilAsync(
                await AskAsync(
                    journey,
                    new
                    {
                        source = new { clip_id = clips[i] },
                        content = Captions[i],
                        schedule_time = at.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'"),
                    }
                ),
                "scheduled"
            );
        }

        var waiting = await AskAsync(
            journey,
            new
            {
                source = new { clip_id = clips[^1] },
                content = "Boats coming home, seen from the pier #harbor",
                approval = true,
            }
        );
        await journey.UntilAsync(waiting, "awaiting_approval");
        return waiting;
    }

    private static async Task<string> AskAsync(Journey journey, object body)
    {
        var asked = await journey.Host.PostAsync("/api/posts", body);
        asked.Status.ShouldBe(HttpStatusCode.Accepted, asked.Text);
        return asked["post_id"].GetString().ShouldNotBeNull();
    }
}
