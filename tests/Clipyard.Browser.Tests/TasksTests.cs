using System.Net;
using Clipyard.Browser.Tests.Browsing;
using Microsoft.Playwright;

namespace Clipyard.Browser.Tests;

public sealed class TasksTests(Chromium chromium)
{
    [Theory, OnScreens]
    public Task An_instance_is_added_and_its_tasks_appear_while_agents_write_them(Screen screen) =>
        Journey.RunAsync(
            chromium,
            screen,
            async journey =>
            {
                var page = journey.Page;
                await ConnectAsync(journey);
                await journey.GoAsync("/tasks");
                await journey.SeesAsync("No instance yet");
                await journey.IsForEverybodyAsync();
                await page.GetByRole(AriaRole.Button, new() { Name = "Add an instance" }).ClickAsync();
                var dialog = page.GetByRole(AriaRole.Dialog);
                await dialog.GetByLabel("Name").FillAsync("Clips of the week");
                await dialog.GetByLabel("Sunny Garden").CheckAsync();
                await journey.IsForEverybodyAsync();
                await dialog.GetByRole(AriaRole.Button, new() { Name = "Add the instance" }).ClickAsync();

                await journey.SeesPageAsync("Clips of the week");
                await journey.SeesAsync("No task yet");
                await journey.IsForEverybodyAsync();
                var instance = new Uri(page.Url).Segments[^1];
                var task = await TaskAsync(journey, instance, new { title = "A clip about tulips" });
                await page.GetByRole(AriaRole.Link, new() { Name = "A clip about tulips" }).WaitForAsync();
                await journey.IsForEverybodyAsync();

                await page.GetByRole(AriaRole.Link, new() { Name = "A clip about tulips" }).ClickAsync();
                await journey.SeesPageAsync("A clip about tulips");
                await journey.SeesAsync("The agent has written no plan.");
                await journey.Host.PutAsync(
                    $"/api/v1/tasks/{task}/plan",
                    new
                    {
                        steps = new object[]
                        {
                            new { title = "Write the script", status = "completed" },
                            new { title = "Render the clip", status = "in_progress" },
                        },
                    }
                );
                await LogAsync(journey, task, "render", "info", "Frame 1 of 240");
                await LogAsync(journey, task, "upload", "error", "The store is full");
                await journey.SeesAsync("1 of 2 done");
                await journey.SeesAsync("Frame 1 of 240");
                await page.GetByLabel("Which lines").SelectOptionAsync("error");
                await journey.SeesAsync("The store is full");
                await Assertions.Expect(page.GetByText("Frame 1 of 240")).ToHaveCountAsync(0);
                await journey.SeesAsync($"Task {task} is submitted.");
                await journey.IsForEverybodyAsync();
            }
        );

    [Theory, OnScreens]
    public Task A_completed_task_is_sent_as_a_draft_or_posted_by_TikTok_s_rules(Screen screen) =>
        Journey.RunAsync(
            chromium,
            screen,
            async journey =>
            {
                var page = journey.Page;
                var account = await ConnectAsync(journey);
                await journey.KeepClipsAsync("anna", "sunny.garden", 1);
                var clip = (await journey.Host.GetAsync("/api/v1/clips"))["clips.0.local_path"].GetString();
                var made = await journey.Host.PostAsync(
                    "/api/v1/instances",
                    new { name = "Clips", account_ids = new[] { account } }
                );
                var task = await TaskAsync(
                    journey,
                    made["instance_id"].GetString() ?? "",
                    new
                    {
                        title = "Tulips",
                        state = "completed",
                        output_data = new { video_url = clip, suggested_caption = "Tulips! #spring" },
                    }
                );
                await journey.GoAsync($"/tasks/{task}");
                await Assertions.Expect(page.Locator("video")).ToBeVisibleAsync();
                await page.GetByRole(AriaRole.Button, new() { Name = "Send it to TikTok" }).ClickAsync();
                await Assertions.Expect(page.GetByLabel("Caption")).ToHaveValueAsync("Tulips! #spring");
                await journey.SeesAsync("TikTok takes no caption for drafts");
                await journey.IsForEverybodyAsync();

                await page.GetByLabel("A direct post").CheckAsync();
                await Assertions.Expect(page.GetByLabel("Who can see it")).ToHaveValueAsync("");
                await Assertions.Expect(page.GetByLabel("Comment")).Not.ToBeCheckedAsync();
                await page.GetByRole(AriaRole.Button, new() { Name = "Post it" }).ClickAsync();
                await journey.SeesAsync("Choose who can see it");
                await page.GetByLabel("It promotes a brand").CheckAsync();
                await page.GetByLabel("Branded content").CheckAsync();
                await journey.SeesAsync("Paid partnership");
                await journey.SeesAsync("Branded Content Policy");
                await journey.IsForEverybodyAsync();

                await page.GetByLabel("It promotes a brand").UncheckAsync();
                await page.GetByLabel("Who can see it").SelectOptionAsync("SELF_ONLY");
                await page.GetByRole(AriaRole.Button, new() { Name = "Post it" }).ClickAsync();
                await Assertions
                    .Expect(page.GetByText("Published", new() { Exact = true }))
                    .ToBeVisibleAsync(new() { Timeout = 30_000 });
                await journey.IsForEverybodyAsync();
                var post = (await journey.Host.GetAsync("/api/posts"))["posts.0"];
                post.GetProperty("caption").GetString().ShouldBe("Tulips! #spring");
                post.GetProperty("settings").GetProperty("disable_comment").GetBoolean().ShouldBeTrue();
                post.GetProperty("settings").GetProperty("brand_content_toggle").GetBoolean().ShouldBeFalse();
            }
        );

    [Theory, OnScreens]
    public Task An_instance_is_changed_and_deleted(Screen screen) =>
        Journey.RunAsync(
            chromium,
            screen,
            async journey =>
            {
                var page = journey.Page;
                var account = await ConnectAsync(journey);
                var made = await journey.Host.PostAsync(
                    "/api/v1/instances",
                    new { name = "Clips", account_ids = new[] { account } }
                );
                await journey.GoAsync($"/tasks/instances/{made["instance_id"].GetString()}");
                await page.GetByRole(AriaRole.Button, new() { Name = "Change" }).ClickAsync();
                var dialog = page.GetByRole(AriaRole.Dialog);
                await dialog.GetByLabel("Name").FillAsync("Clips of the month");
                await dialog.GetByRole(AriaRole.Button, new() { Name = "Keep" }).ClickAsync();
                await journey.SeesPageAsync("Clips of the month");

                await page.GetByRole(AriaRole.Button, new() { Name = "Delete" }).ClickAsync();
                await journey.IsForEverybodyAsync();
                await dialog.GetByRole(AriaRole.Button, new() { Name = "Delete" }).ClickAsync();
                await journey.SeesPageAsync("Tasks");
                await journey.SeesAsync("No instance yet");
            }
        );

    private static async Task<string> ConnectAsync(Journey journey)
    {
        await journey.SignInAsync();
        await journey.Page.GetByRole(AriaRole.Link, new() { Name = "Connect a sandbox account" }).ClickAsync();
        await journey.Page.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();
        await journey.SeesPageAsync("Home");
        return (await journey.Host.GetAsync("/api/tiktok/status"))["accounts.0.account_id"].GetString() ?? "";
    }

    private static async Task<string> TaskAsync(Journey journey, string instance, object body)
    {
        var made = await journey.Host.PostAsync($"/api/v1/instances/{instance}/tasks", body);
        made.Status.ShouldBe(HttpStatusCode.Created, made.Text);
        return made["task_id"].GetString() ?? "";
    }

    private static async Task LogAsync(Journey journey, string task, string action, string status, string message) =>
        (
            await journey.Host.PostAsync(
                $"/api/v1/tasks/{task}/logs",
                new
                {
                    agent_name = "renderer",
                    action,
                    status,
                    message,
                }
            )
        ).Status.ShouldBe(HttpStatusCode.Created);
}
