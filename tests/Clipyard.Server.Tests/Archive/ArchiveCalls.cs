using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using Clipyard.Sandbox;
using Clipyard.Server.Data;
using Clipyard.Server.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Clipyard.Server.Tests.Archive;

/// <summary>What the archive's tests ask of a server.</summary>
internal static class ArchiveCalls
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    extension(ServerHost host)
    {
        /// <summary>Links a student; fails when the server does not.</summary>
        public async Task LinkAsync(string studentId, string username)
        {
            var linked = await host.PutAsync($"/tiktok/student/{studentId}/username", new { username });
            linked.Status.ShouldBe(HttpStatusCode.OK, linked.Text);
        }

        /// <summary>Downloads for a student and waits for the end; fails when the server does not.</summary>
        public async Task<JsonAnswer> DownloadAsync(string studentId, string query = "")
        {
            var answer = await host.PostAsync($"/tiktok/student/{studentId}/download{query}");
            answer.Status.ShouldBe(HttpStatusCode.OK, answer.Text);
            return answer;
        }

        /// <summary>Starts a student's download and leaves it to itself.</summary>
        public async Task<Guid> StartDownloadAsync(string studentId, string query = "")
        {
            var answer = await host.SendAsync(
                HttpMethod.Post,
                $"/tiktok/student/{studentId}/download{query}",
                body: null,
                ("Prefer", "respond-async")
            );
            answer.Status.ShouldBe(HttpStatusCode.Accepted, answer.Text);
            return answer["job_id"].GetGuid();
        }

        /// <summary>Fetches posts by their addresses and waits for the end.</summary>
        public async Task<Job> FetchAsync(object body)
        {
            var answer = await host.PostAsync("/api/v1/downloads", body);
            answer.Status.ShouldBe(HttpStatusCode.Accepted, answer.Text);
            return await host.EndOfAsync(answer["job_id"].GetGuid());
        }

        /// <summary>Waits until a job has ended.</summary>
        public async Task<Job> EndOfAsync(Guid jobId)
        {
            await using var scope = await host.EnterAsync();
            var queue = scope.ServiceProvider.GetRequiredService<IJobQueue>();
            (await queue.WaitAsync(jobId, TimeSpan.FromSeconds(60), Cancellation)).ShouldBeTrue();
            return await scope
                .ServiceProvider.GetRequiredService<ClipyardDb>()
                .Jobs.SingleAsync(j => j.Id == jobId, Cancellation);
        }

        public async Task CancelAsync(Guid jobId)
        {
            await using var scope = await host.EnterAsync();
            var db = scope.ServiceProvider.GetRequiredService<ClipyardDb>();
            await scope.ServiceProvider.GetRequiredService<IJobQueue>().CancelAsync(db, jobId, Cancellation);
            await host.EndOfAsync(jobId);
        }

        public async Task<List<JobItem>> ItemsAsync(Guid jobId)
        {
            await using var scope = await host.EnterAsync();
            var db = scope.ServiceProvider.GetRequiredService<ClipyardDb>();
            return await db.JobItems.Where(i => i.JobId == jobId).OrderBy(i => i.Position).ToListAsync(Cancellation);
        }

        /// <summary>A scope that works for the administrator.</summary>
        public async Task<AsyncServiceScope> EnterAsync()
        {
            var scope = host.Server.Services.CreateAsyncScope();
            var person = await scope.ServiceProvider.GetRequiredService<ClipyardDb>().Users.FirstAsync(Cancellation);
            scope.ServiceProvider.GetRequiredService<IOwnerScope>().Enter(new Owner(person.Id, person.StorePrefix));
            return scope;
        }

        /// <summary>The keys of all objects in the store, in order.</summary>
        public IReadOnlyList<string> Objects()
        {
            var bucket = Path.Combine(host.DataFolder, "media", "tiktok-videos");
            return Directory.Exists(bucket)
                ?
                [
                    .. Directory
                        .EnumerateFiles(bucket, "*", SearchOption.AllDirectories)
                        .Select(file => Path.GetRelativePath(bucket, file).Replace('\\', '/'))
                        .Order(StringComparer.Ordinal),
                ]
                : [];
        }

        /// <summary>Fetches what a <c>local_path</c> leads to, as a browser would, and hashes it.</summary>
        public async Task<(string Sha256, long Bytes, string? ContentType)> FetchFileAsync(JsonElement file)
        {
            using var browser = host.CreateClient();
            using var response = await browser.GetAsync(file.GetProperty("local_path").GetString(), Cancellation);
            response.StatusCode.ShouldBe(HttpStatusCode.OK);
            var bytes = await response.Content.ReadAsByteArrayAsync(Cancellation);
            return (
                Convert.ToHexStringLower(SHA256.HashData(bytes)),
                bytes.LongLength,
                response.Content.Headers.ContentType?.MediaType
            );
        }

        /// <summary>Waits until somebody has asked the sandbox for a post's media.</summary>
        public async Task MediaAskedForAsync(string videoId)
        {
            while (!host.Sandbox.Journal.Of(SandboxEndpoint.Media).Any(entry => entry.Post == videoId))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(1), Cancellation);
            }
        }
    }
}
