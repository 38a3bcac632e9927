using System.Net;
using Clipyard.Sandbox.Worlds;
using Clipyard.Server.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Clipyard.Server.Tests.Archive;

public sealed class ClipRemovalTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_clip_that_is_nobodys_is_erased_and_leaves_a_tombstone()
    {
        await using var host = await ServerHost.StartAsync(Cancellation);
        await host.FetchAsync(new { urls = new[] { DemoWorld.PlainVideo, DemoWorld.Photos } });

        var answer = await host.DeleteAsync($"/api/v1/clips/{DemoWorld.PlainVideo}");

        answer.Status.ShouldBe(HttpStatusCode.OK, answer.Text);
        answer["video_id"].GetString().ShouldBe(DemoWorld.PlainVideo);
        answer["deleted_bytes"].GetInt64().ShouldBeGreaterThan(0);
        answer["files_left"].GetInt32().ShouldBe(0);
        host.Objects().ShouldNotBeEmpty();
        host.Objects().ShouldNotContain(name => name.Contains(DemoWorld.PlainVideo));
        (await host.GetAsync($"/api/v1/clips/{DemoWorld.PlainVideo}")).Code.ShouldBe("not_found");
        await using var scope = await host.EnterAsync();
        var records = await scope.ServiceProvider.GetRequiredService<ClipyardDb>().Records.ToListAsync(Cancellation);
        records.Count(r => r is { ErasedAt: not null, Body: null, VideoId: null }).ShouldBe(1);
        var report = await host.PostAsync("/api/v1/archive/verify");
        report["success"].GetBoolean().ShouldBeTrue(report.Text);
        report["erased"].GetInt64().ShouldBe(1);
    }

    [Fact]
    public async Task A_students_clip_leaves_the_students_counts_with_it()
    {
        await using var host = await ServerHost.StartAsync(Cancellation);
        await host.LinkAsync("anna", DemoWorld.SunnyGarden);
        await host.DownloadAsync("anna", "?max_videos=2");

        var answer = await host.DeleteAsync($"/api/v1/clips/{DemoWorld.PlainVideo}");

        answer["student_id"].GetString().ShouldBe("anna");
        (await host.GetAsync("/tiktok/student/anna/info"))["stored_videos"].GetInt64().ShouldBe(1);
    }

    [Fact]
    public async Task A_clip_that_is_not_kept_is_not_found()
    {
        await using var host = await ServerHost.StartAsync(Cancellation);

        (await host.DeleteAsync($"/api/v1/clips/{DemoWorld.PlainVideo}")).Code.ShouldBe("not_found");
    }
}
