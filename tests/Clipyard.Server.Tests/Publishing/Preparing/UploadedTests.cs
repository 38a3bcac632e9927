using System.Net;
using System.Net.Http.Json;
using Clipyard.Server.Data;
using Clipyard.Server.Publishing.Posts;
using Clipyard.Server.Tests.Archive;
using Clipyard.Server.Tests.Identity;
using Clipyard.Server.Uploads;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Clipyard.Server.Tests.Publishing.Preparing;

/// <summary>With the real uploads, accounts and limits, through the front door.</summary>
public sealed class UploadedTests(MadeFiles made)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_upload_becomes_a_staged_file_and_is_gone_itself()
    {
        await using var publishing = await PublishingHost.StartAsync();
        var uploadId = await UploadAsync(publishing.Host);
        var answer = await AskAsync(publishing.Host.Client, uploadId);
        answer.Status.ShouldBe(HttpStatusCode.Accepted, answer.Text);
        var postId = answer["post_id"].GetGuid();

        await publishing.StepAsync(postId);

        var post = await publishing.RowAsync(postId);
        post.State.ShouldBe(PostState.Queued, post.FailureDetail);
        post.Version.ShouldNotBeNull();
        publishing.Host.Objects().Count(key => key.StartsWith($"staged/{postId}/")).ShouldBe(1);
        Directory.EnumerateFiles(Path.Combine(publishing.Host.DataFolder, "uploads")).ShouldBeEmpty();
        await using var scope = await publishing.Host.EnterAsync();
        var db = scope.ServiceProvider.GetRequiredService<ClipyardDb>();
        (await db.Set<Upload>().AnyAsync(Token)).ShouldBeFalse();
        var log = await db.PostEvents.Where(line => line.PostId == postId).OrderBy(line => line.Id).ToListAsync(Token);
        log[^1].Data.ShouldNotBeNull().ShouldContain("\"creator_checked\":true"); // the sandbox was asked
    }

    [Fact]
    public async Task Somebody_elses_upload_is_not_found()
    {
        await using var publishing = await PublishingHost.StartAsync();
        var uploadId = await UploadAsync(publishing.Host);
        var other = await Someone.AddAsync(publishing.Host, "ben", scopes: "read draft");
        using var theirs = publishing.Host.CreateClient(other.Key);

        var answer = await AskAsync(theirs, uploadId);

        (answer.Status, answer.Code).ShouldBe((HttpStatusCode.NotFound, "not_found"), answer.Text);
    }

    private async Task<Guid> UploadAsync(ServerHost host)
    {
        await using var scope = await host.EnterAsync();
        using var body = new MemoryStream(await made.BytesAsync("good.mp4"));
        var upload = await scope.ServiceProvider.GetRequiredService<IUploads>().ReceiveAsync(body, "good.mp4", Token);
        return upload.Id;
    }

    private static async Task<JsonAnswer> AskAsync(HttpClient client, Guid uploadId)
    {
        using var answer = await client.PostAsJsonAsync(
            "/api/posts",
            new { source = new { upload_id = uploadId }, content = "A caption" },
            Token
        );
        return await JsonAnswer.ReadAsync(answer, Token);
    }
}
