using System.Net;
using Clipyard.Sandbox.Worlds;
using Clipyard.Server.Tests.Accounts;
using Clipyard.Server.Tests.Api;

namespace Clipyard.Server.Tests.Identity;

/// <summary>The administrator with something of everything, and how it looks to them.</summary>
internal sealed class FirstOwner(ServerHost host)
{
    public const string StudentId = "a-student-of-the-first-owner";

    private readonly Dictionary<string, string> _ids = new(StringComparer.Ordinal);

    /// <summary>What must not stand in an answer to anybody else.</summary>
    public IEnumerable<string> Traces => _ids.Values;

    public string VideoId => _ids["video_id"];

    public static async Task<FirstOwner> FillAsync(ServerHost host)
    {
        var owner = new FirstOwner(host);
        (
            await host.PutAsync($"/tiktok/student/{StudentId}/username", new { username = DemoWorld.SunnyGarden })
        ).Status.ShouldBe(HttpStatusCode.OK);
        var download = await host.PostAsync($"/tiktok/student/{StudentId}/download?max_videos=1");
        download.Status.ShouldBe(HttpStatusCode.OK, download.Text);
        var me = await host.GetAsync("/api/me");
        var job = await host.SendAsync(
            HttpMethod.Post,
            $"/tiktok/student/{StudentId}/download?max_videos=1",
            body: null,
            ("Prefer", "respond-async")
        );
        owner._ids["student_id"] = StudentId;
        owner._ids["video_id"] = download["videos.0.video_id"].GetString()!;
        owner._ids["job"] = job["job_id"].GetString()!;
        using var browser = await ConnectBrowser.SignedInAsync(host);
        owner._ids["account"] = await browser.ConnectAsync(DemoWorld.SunnyGarden);
        owner._ids["key"] = me["key.id"].GetString()!;
        owner._ids["person"] = me["id"].GetString()!;
        var upload = await host.SendAsync(
            HttpMethod.Post,
            "/api/uploads",
            body: null,
            ("Tus-Resumable", "1.0.0"),
            ("Upload-Length", "1000")
        );
        owner._ids["upload"] = upload["upload_id"].GetString()!;
        var post = await host.SendAsync(
            HttpMethod.Post,
            "/api/posts",
            new { source = new { clip_id = owner.VideoId }, approval = true },
            ("Prefer", "wait=60")
        );
        owner._ids["post"] = post["post_id"].GetString()!;
        var webhook = await host.PostAsync(
            "/api/webhooks",
            new { url = new Uri(host.Sandbox.Address, "a-hook-of-the-first-owner"), events = new[] { "webhook.test" } }
        );
        owner._ids["webhook"] = webhook["id"].GetString()!;
        var delivery = await host.PostAsync($"/api/webhooks/{owner._ids["webhook"]}/test");
        owner._ids["delivery_id"] = delivery["id"].GetString()!;
        var instance = await host.PostAsync(
            "/api/v1/instances",
            new { name = "An instance of the first owner", account_ids = new[] { owner._ids["account"] } }
        );
        owner._ids["instance_id"] = instance["instance_id"].GetString()!;
        var task = await host.PostAsync(
            $"/api/v1/instances/{owner._ids["instance_id"]}/tasks",
            new { title = "A task of the first owner" }
        );
        owner._ids["task_id"] = task["task_id"].GetString()!;
        return owner;
    }

    /// <summary>The owner's id for a parameter of a path; fails for one that nobody thought of.</summary>
    public string IdFor(ApiOperation operation, string parameter) =>
        (operation.Path, parameter) switch
        {
            (_, "student_id" or "video_id" or "delivery_id" or "instance_id" or "task_id") => _ids[parameter],
            (var path, _) when path.StartsWith("/api/v1/jobs/") => _ids["job"],
            (var path, _) when path.StartsWith("/api/uploads/") => _ids["upload"],
            (_, "position") => "0", // of a post's files
            (var path, _) when path.StartsWith("/api/posts/") => _ids["post"],
            (var path, _) when path.StartsWith("/api/webhooks/") => _ids["webhook"],
            (var path, _) when path.StartsWith("/api/keys/") => _ids["key"],
            (var path, _) when path.StartsWith("/api/tiktok/accounts/") => _ids["account"],
            (var path, _) when path.StartsWith("/api/people/") => _ids["person"],
            _ => throw new InvalidOperationException($"{operation}: say which of the owner's ids is a '{parameter}'."),
        };

    /// <summary>All that the owner has, as they see it. Addresses that are signed anew each time are left out.</summary>
    public async Task<string> LookAsync()
    {
        var job = await host.GetAsync($"/api/v1/jobs/{_ids["job"]}");
        var videos = await host.GetAsync($"/tiktok/student/{StudentId}/videos");
        var keys = await host.GetAsync("/api/keys");
        var webhook = await host.GetAsync($"/api/webhooks/{_ids["webhook"]}");
        var upload = await host.SendAsync(
            HttpMethod.Head,
            $"/api/uploads/{_ids["upload"]}",
            body: null,
            ("Tus-Resumable", "1.0.0")
        );
        return string.Join(
            '\n',
            (await host.GetAsync("/tiktok/students")).Text,
            videos["total"].GetInt32(),
            videos["videos.0.sha256"].GetString(),
            job.Status,
            upload.Headers["Upload-Offset"],
            webhook["url"].GetString(),
            webhook["updated_at"].GetString(),
            string.Join(' ', keys["keys"].EnumerateArray().Select(key => key.GetProperty("revoked_at").GetRawText())),
            (await host.GetAsync("/api/people")).Text,
            (await host.GetAsync("/api/tiktok/status")).Text,
            (await host.GetAsync("/api/posts")).Text
        );
    }
}
