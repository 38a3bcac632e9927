using System.Net;
using Microsoft.Playwright;

namespace Clipyard.Browser.Tests.Browsing;

/// <summary>What other programs do with posts while somebody looks at the pages.</summary>
internal static class Posting
{
    extension(Journey journey)
    {
        /// <summary>Signs in and connects the sandbox's first creator.</summary>
        public async Task BeginWithAccountAsync()
        {
            await journey.SignInAsync();
            await journey.Page.GetByRole(AriaRole.Link, new() { Name = "Connect a sandbox account" }).ClickAsync();
            await journey.Page.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();
            await journey.SeesPageAsync("Home");
            await Assertions.Expect(journey.Page.GetByText("Connected", new() { Exact = true })).ToBeVisibleAsync();
            // The notice of it lasts for seconds only, which a busy machine may need to look; anew, it is not there at all.
            await journey.GoAsync("/");
            await journey.SeesPageAsync("Home");
        }

        /// <summary>Asks for a draft as a workflow of n8n does, to be approved by a person.</summary>
        public Task<string> AskByWorkflowAsync(VideoSite site, string caption) =>
            journey.AskAsync(
                "/webhook/n8n/video-upload",
                new
                {
                    content = caption,
                    platforms = new[] { "tiktok" },
                    video_url = site.Video,
                    auto_approve = false,
                }
            );

        /// <summary>Asks for a draft that goes out later, or at once without a time.</summary>
        public Task<string> AskForDraftAsync(VideoSite site, string caption, DateTimeOffset? at = null) =>
            journey.AskAsync(
                "/api/posts",
                new
                {
                    source = new { url = site.Video },
                    content = caption,
                    schedule_time = at?.ToString("yyyy-MM-dd'T'HH:mm:sszzz"),
                }
            );

        /// <summary>Waits until a post stands so.</summary>
        public async Task UntilAsync(string postId, string state)
        {
            while (true)
            {
                var post = await journey.Host.GetAsync($"/api/posts/{postId}");
                var now = post["state"].GetString();
                if (now == state)
                {
                    return;
                }

                now.ShouldNotBe("failed", post.Text);
                await Task.Delay(TimeSpan.FromMilliseconds(50), TestContext.Current.CancellationToken);
            }
        }

        private async Task<string> AskAsync(string route, object body)
        {
            var asked = await journey.Host.PostAsync(route, body);
            asked.Status.ShouldBeOneOf(HttpStatusCode.Accepted, HttpStatusCode.OK, HttpStatusCode.Created);
            return asked["post_id"].GetString().ShouldNotBeNull();
        }
    }
}
