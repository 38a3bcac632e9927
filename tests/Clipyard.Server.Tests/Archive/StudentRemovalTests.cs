using System.Net;
using Clipyard.Sandbox;
using Clipyard.Sandbox.Faults;
using Clipyard.Sandbox.Worlds;
using Clipyard.Server.Archive;
using Clipyard.Server.Data;
using Clipyard.Server.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Clipyard.Server.Tests.Archive;

public sealed class StudentRemovalTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_students_removal_takes_files_rows_and_records_and_leaves_one_audit_line()
    {
        await using var host = await ServerHost.StartAsync(Cancellation);
        await host.LinkAsync("anna", DemoWorld.SunnyGarden);
        await host.DownloadAsync("anna", "?max_videos=2");

        var answer = await host.DeleteAsync("/tiktok/student/anna");

        answer.Status.ShouldBe(HttpStatusCode.OK, answer.Text);
        answer["success"].GetBoolean().ShouldBeTrue();
        answer["deleted_videos"].GetInt32().ShouldBe(2);
        answer["deleted_bytes"].GetInt64().ShouldBeGreaterThan(0);
        answer["files_left"].GetInt32().ShouldBe(0);
        host.Objects().ShouldBeEmpty();
        (await host.GetAsync("/tiktok/student/anna/username")).Code.ShouldBe("student_not_linked");
        await using var scope = await host.EnterAsync();
        var db = scope.ServiceProvider.GetRequiredService<ClipyardDb>();
        (await db.Clips.CountAsync(Cancellation)).ShouldBe(0);
        (await db.ClipFiles.CountAsync(Cancellation)).ShouldBe(0);
        (await db.Records.CountAsync(Cancellation)).ShouldBe(0);
        (await db.Jobs.CountAsync(Cancellation)).ShouldBe(0);
        (
            await db.AuditLog.CountAsync(a => a.Action == "student.removed" && a.Subject == "anna", Cancellation)
        ).ShouldBe(1);
    }

    [Fact]
    public async Task A_removed_student_can_be_linked_and_downloaded_again()
    {
        await using var host = await ServerHost.StartAsync(Cancellation);
        await host.LinkAsync("anna", DemoWorld.SunnyGarden);
        await host.DownloadAsync("anna", "?max_videos=1");
        await host.DeleteAsync("/tiktok/student/anna");

        await host.LinkAsync("ben", DemoWorld.SunnyGarden);
        var answer = await host.DownloadAsync("ben", "?max_videos=1");

        answer["videos.0.already_stored"].GetBoolean().ShouldBeFalse();
        (await host.FetchFileAsync(answer["videos.0"])).Sha256.ShouldBe(answer["videos.0.sha256"].GetString());
    }

    [Fact]
    public async Task A_running_download_is_stopped_before_its_student_goes()
    {
        await using var host = await ServerHost.StartAsync(Cancellation);
        host.Sandbox.Faults.Add(
            new SandboxFault
            {
                Kind = FaultKind.Stall,
                Endpoint = SandboxEndpoint.Media,
                Post = DemoWorld.RichCaption,
                Times = null,
            }
        );
        await host.LinkAsync("anna", DemoWorld.SunnyGarden);
        await host.StartDownloadAsync("anna", "?max_videos=3");
        await host.MediaAskedForAsync(DemoWorld.RichCaption);

        var answer = await host.DeleteAsync("/tiktok/student/anna");

        answer.Status.ShouldBe(HttpStatusCode.OK, answer.Text);
        answer["deleted_videos"].GetInt32().ShouldBe(1);
        host.Objects().ShouldBeEmpty();
    }

    [Fact]
    public async Task One_clips_removal_leaves_hashes_alone()
    {
        await using var host = await ServerHost.StartAsync(Cancellation);
        await host.LinkAsync("anna", DemoWorld.SunnyGarden);
        await host.DownloadAsync("anna", "?max_videos=2");

        var answer = await host.DeleteAsync($"/tiktok/student/anna/videos/{DemoWorld.PlainVideo}");

        answer.Status.ShouldBe(HttpStatusCode.OK, answer.Text);
        answer["deleted_videos"].GetInt32().ShouldBe(1);
        host.Objects()
            .ShouldBe([
                $"tiktok/{DemoWorld.SunnyGarden}/{DemoWorld.RichCaption}.cover.jpg",
                $"tiktok/{DemoWorld.SunnyGarden}/{DemoWorld.RichCaption}.info.json",
                $"tiktok/{DemoWorld.SunnyGarden}/{DemoWorld.RichCaption}.mp4",
            ]);
        (await host.GetAsync("/tiktok/student/anna/videos"))["total"].GetInt64().ShouldBe(1);
        await using var scope = await host.EnterAsync();
        var records = await scope.ServiceProvider.GetRequiredService<ClipyardDb>().Records.ToListAsync(Cancellation);
        records.Count.ShouldBe(2);
        records.Count(r => r is { ErasedAt: not null, Body: null, VideoId: null }).ShouldBe(1);
    }

    [Fact]
    public async Task A_clip_that_is_not_kept_cannot_be_removed()
    {
        await using var host = await ServerHost.StartAsync(Cancellation);
        await host.LinkAsync("anna", DemoWorld.SunnyGarden);

        var answer = await host.DeleteAsync($"/tiktok/student/anna/videos/{DemoWorld.PlainVideo}");

        answer.Status.ShouldBe(HttpStatusCode.NotFound);
        answer.Code.ShouldBe("not_found");
    }

    [Fact]
    public async Task A_removed_clip_is_fetched_again_when_asked_for()
    {
        await using var host = await ServerHost.StartAsync(Cancellation);
        await host.LinkAsync("anna", DemoWorld.SunnyGarden);
        await host.DownloadAsync("anna", "?max_videos=1");
        await host.DeleteAsync($"/tiktok/student/anna/videos/{DemoWorld.PlainVideo}");

        var answer = await host.DownloadAsync("anna", "?max_videos=1");

        answer["videos.0.already_stored"].GetBoolean().ShouldBeFalse();
        var info = await host.GetAsync("/tiktok/student/anna/info");
        info["stored_videos"].GetInt64().ShouldBe(1);
    }

    [Fact]
    public async Task What_an_erasure_could_not_delete_goes_with_the_sweep_unless_it_is_in_use_again()
    {
        await using var host = await ServerHost.StartAsync(Cancellation);
        await host.LinkAsync("anna", DemoWorld.SunnyGarden);
        await host.DownloadAsync("anna", "?max_videos=2");
        await using var scope = await host.EnterAsync();
        var db = scope.ServiceProvider.GetRequiredService<ClipyardDb>();
        var removal = scope.ServiceProvider.GetRequiredService<ObjectRemoval>();
        var clips = await db.Clips.Include(c => c.Files).ToListAsync(Cancellation);
        var erased = clips.Single(c => c.VideoId == DemoWorld.PlainVideo);
        clips.ForEach(clip => removal.Doom(clip));
        db.Remove(erased); // as a process leaves it that dies right after its commit
        await db.SaveChangesAsync(Cancellation);

        await scope.ServiceProvider.GetServices<ISweep>().OfType<DoomedObjectSweep>().Single().SweepAsync(Cancellation);

        host.Objects()
            .ShouldBe([
                $"tiktok/{DemoWorld.SunnyGarden}/{DemoWorld.RichCaption}.cover.jpg",
                $"tiktok/{DemoWorld.SunnyGarden}/{DemoWorld.RichCaption}.info.json",
                $"tiktok/{DemoWorld.SunnyGarden}/{DemoWorld.RichCaption}.mp4",
            ]);
        (await db.Set<DoomedObject>().CountAsync(Cancellation)).ShouldBe(0);
    }
}
