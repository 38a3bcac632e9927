using System.Net;
using Clipyard.Sandbox;
using Clipyard.Sandbox.Faults;
using Clipyard.Sandbox.Worlds;
using Clipyard.Server.Jobs;

namespace Clipyard.Server.Tests.Archive;

public sealed class RetriedDownloadTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Only_what_failed_is_fetched_again_as_it_was_asked_for()
    {
        await using var host = await ServerHost.StartAsync(Cancellation);
        await host.LinkAsync("anna", DemoWorld.SunnyGarden);
        var fault = host.Sandbox.Faults.Add(
            new SandboxFault
            {
                Kind = FaultKind.Status,
                Status = 404,
                Endpoint = SandboxEndpoint.Page,
                Post = DemoWorld.RichCaption,
                Times = null,
            }
        );
        var first = await host.FetchAsync(
            new
            {
                urls = new[] { DemoWorld.PlainVideo, DemoWorld.RichCaption },
                student_id = "anna",
                audio_only = true,
            }
        );
        first.FailedItems.ShouldBe(1);
        host.Sandbox.Faults.Remove(fault);

        var answer = await host.PostAsync($"/api/v1/jobs/{first.Id}/retry");

        answer.Status.ShouldBe(HttpStatusCode.Accepted, answer.Text);
        answer["student_id"].GetString().ShouldBe("anna");
        var job = await host.EndOfAsync(answer["job_id"].GetGuid());
        job.State.ShouldBe(JobState.Completed, job.FailureDetail);
        var items = await host.ItemsAsync(job.Id);
        items.Select(i => (i.VideoId, i.State)).ShouldBe([(DemoWorld.RichCaption, JobItemState.Stored)]);
        var clip = await host.GetAsync($"/api/v1/clips/{DemoWorld.RichCaption}");
        clip["clip.kind"].GetString().ShouldBe("audio");
        clip["clip.student_id"].GetString().ShouldBe("anna");
    }

    [Fact]
    public async Task A_creators_download_that_learnt_nothing_starts_again()
    {
        await using var host = await ServerHost.StartAsync(Cancellation);
        await host.LinkAsync("anna", DemoWorld.NoSuchUser);
        var first = await host.EndOfAsync(await host.StartDownloadAsync("anna", "?max_videos=3"));
        first.State.ShouldBe(JobState.Failed);

        var again = await host.PostAsync($"/api/v1/jobs/{first.Id}/retry");

        again["kind"].GetString().ShouldBe("student_download");
        var job = await host.EndOfAsync(again["job_id"].GetGuid());
        job.Request.ShouldBe(first.Request);
    }

    [Fact]
    public async Task What_has_brought_everything_is_not_tried_again()
    {
        await using var host = await ServerHost.StartAsync(Cancellation);
        var job = await host.FetchAsync(new { urls = new[] { DemoWorld.PlainVideo } });

        (await host.PostAsync($"/api/v1/jobs/{job.Id}/retry")).Code.ShouldBe("conflict");
        (await host.PostAsync($"/api/v1/jobs/{Guid.CreateVersion7()}/retry")).Code.ShouldBe("not_found");
    }
}
