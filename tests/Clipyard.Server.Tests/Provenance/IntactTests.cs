using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using Clipyard.Server.Archive.Provenance;
using Clipyard.Server.Archive.Provenance.Verifying;
using Clipyard.Server.Jobs;
using Clipyard.Server.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Clipyard.Server.Tests.Provenance;

public sealed class IntactTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_archive_of_videos_and_photos_with_erased_and_forced_clips_has_no_findings()
    {
        await using var archive = await KeptArchive.StartAsync(withPhotos: true);
        await archive.KeepAsync("s1", "sunny.garden", 2, force: true);
        var erased = (await archive.ClipsAsync()).First(clip => clip is { StudentId: "s1", Generation: 2 });
        (await archive.Host.DeleteAsync($"/tiktok/student/s1/videos/{erased.VideoId}")).Status.ShouldBe(
            HttpStatusCode.OK
        );

        var report = await archive.VerifyAsync();

        report["success"].GetBoolean().ShouldBeTrue(report.Text);
        report["findings"].GetArrayLength().ShouldBe(0);
        report["erased"].GetInt64().ShouldBe(2, "both generations");
        report["heads.student:s1.seq"].GetInt64().ShouldBe(5);
        var files = (await archive.ClipsAsync()).SelectMany(clip => clip.Files).ToList();
        report["checked.files"].GetInt64().ShouldBe(files.Count);
        report["checked.bytes"].GetInt64().ShouldBe(files.Sum(file => file.SizeBytes));
        await archive.ShouldBeIntactAsync(new { heads = report["heads"] });
    }

    [Fact]
    public async Task An_empty_archive_is_intact()
    {
        await using var host = await ServerHost.StartAsync(Token);

        var report = await host.PostAsync("/api/v1/archive/verify");

        report["success"].GetBoolean().ShouldBeTrue();
        report["checked.records"].GetInt64().ShouldBe(0);
    }

    [Fact]
    public async Task An_erased_clip_leaves_hashes_and_nothing_that_tells_of_it()
    {
        await using var archive = await KeptArchive.StartAsync();
        var clip = (await archive.ClipsAsync())[0];
        await archive.Host.DeleteAsync($"/tiktok/student/s1/videos/{clip.VideoId}");

        var stone = await archive.ReadAsync(db =>
            db.Records.IgnoreQueryFilters().AsNoTracking().SingleAsync(r => r.Seq == 1, Token)
        );

        (stone.VideoId, stone.Body, stone.ErasedReason).ShouldBe((null, null, "deleted"));
        stone.Hash.Length.ShouldBe(64);
        stone.ErasedAt.ShouldNotBeNull();
        Directory
            .EnumerateFiles(
                Path.Combine(archive.Host.DataFolder, "media"),
                $"{clip.VideoId}*",
                SearchOption.AllDirectories
            )
            .ShouldBeEmpty();
    }

    [Fact]
    public async Task The_info_beside_a_clip_is_the_record_whose_hash_the_next_one_holds()
    {
        await using var archive = await KeptArchive.StartAsync();
        var clips = await archive.ClipsAsync();

        var first = await File.ReadAllBytesAsync(archive.PathOf(InfoObject.KeyOf(clips[0]).ShouldNotBeNull()), Token);
        var second = await File.ReadAllBytesAsync(archive.PathOf(InfoObject.KeyOf(clips[1]).ShouldNotBeNull()), Token);

        using var firstBody = JsonDocument.Parse(first);
        using var secondBody = JsonDocument.Parse(second);
        firstBody.RootElement.GetProperty("prev").GetString().ShouldBe("");
        secondBody
            .RootElement.GetProperty("prev")
            .GetString()
            .ShouldBe(Convert.ToHexStringLower(SHA256.HashData(first)));
        var file = firstBody.RootElement.GetProperty("files")[0];
        var bytes = await File.ReadAllBytesAsync(archive.PathOf(clips[0].Files[0].Object), Token);
        file.GetProperty("sha256").GetString().ShouldBe(Convert.ToHexStringLower(SHA256.HashData(bytes)));
    }

    [Fact]
    public async Task One_student_can_be_verified_alone()
    {
        await using var archive = await KeptArchive.StartAsync(withPhotos: true);
        var other = (await archive.ClipsAsync()).First(clip => clip.StudentId == "s2");
        File.Delete(archive.PathOf(other.Files[0].Object));

        await archive.ShouldBeIntactAsync(new { student_id = "s1" });
        await archive.ShouldFindAsync("missing", new { student_id = "s2" });
    }

    [Fact]
    public async Task Two_writers_of_one_chain_never_fork_it()
    {
        await using var archive = await KeptArchive.StartAsync();

        await Task.WhenAll(
            archive.KeepAsync("s2", "paper.boats", 3),
            archive.KeepAsync("s3", "harbor_lights", 3),
            archive.KeepAsync("s1", "sunny.garden", 3, force: true)
        );

        await archive.ShouldBeIntactAsync();
    }

    [Fact]
    public async Task A_missing_or_outdated_info_is_written_by_the_sweep_and_a_changed_one_is_left()
    {
        await using var archive = await KeptArchive.StartAsync();
        var before = (await archive.ClipsAsync()).Select(clip => archive.PathOf(InfoObject.KeyOf(clip) ?? "")).ToList();
        var outdated = await File.ReadAllBytesAsync(before[0], Token);
        await archive.KeepAsync("s1", "sunny.garden", 3, force: true);
        await File.WriteAllBytesAsync(before[0], outdated, Token);
        File.Delete(before[1]);
        await File.WriteAllTextAsync(before[2], "{}", Token);

        await archive.InScopeAsync(
            async (_, services) => await services.GetServices<ISweep>().OfType<InfoSweep>().Single().SweepAsync(Token)
        );

        await archive.ShouldFindAsync("info_changed");
    }

    [Fact]
    public async Task A_small_budget_makes_more_steps_and_the_same_report()
    {
        await using var archive = await KeptArchive.StartAsync(withPhotos: true);
        var clip = (await archive.ClipsAsync())[1];
        await File.AppendAllTextAsync(archive.PathOf(clip.Files[0].Object), "x", Token);
        var whole = await archive.ShouldFindAsync("changed");
        var run = VerifyRun.Begin(Guid.NewGuid(), new VerifyRequest(), DateTimeOffset.UtcNow);

        var steps = 0;
        while (run.Stage != VerifyStage.Done)
        {
            steps++;
            await archive.InScopeAsync(
                async (_, services) =>
                    await services
                        .GetRequiredService<ArchiveVerifier>()
                        .StepAsync(
                            run,
                            new VerifyBudget(TimeProvider.System, TimeSpan.FromMinutes(1), bytes: 100_000),
                            progress: null,
                            Token
                        )
            );
            // As between two steps of a job.
            run = JsonSerializer
                .Deserialize(JsonSerializer.Serialize(run, VerifyJson.Default.VerifyRun), VerifyJson.Default.VerifyRun)
                .ShouldNotBeNull();
        }

        steps.ShouldBeGreaterThan(3);
        run.Report.Checked.Bytes.ShouldBe(whole["checked.bytes"].GetInt64());
        run.Report.Checked.Files.ShouldBe(whole["checked.files"].GetInt64());
        run.Report.Findings.ShouldHaveSingleItem().VideoId.ShouldBe(clip.VideoId);
        run.Report.Heads.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Without_waiting_a_verification_is_a_job()
    {
        await using var host = await ServerHost.StartAsync(Token, setup => setup with { StartScheduler = false });

        var accepted = await AskAsync(host);
        var again = await AskAsync(host);

        accepted.Status.ShouldBe(HttpStatusCode.Accepted, accepted.Text);
        accepted["kind"].GetString().ShouldBe("verify");
        accepted.Headers["Location"].ShouldEndWith(accepted["job_id"].GetString() ?? "");
        again["job_id"].GetString().ShouldBe(accepted["job_id"].GetString());
    }

    [Theory]
    [InlineData("{\"student_id\": \"nobody\"}", HttpStatusCode.NotFound, "student_not_linked")]
    [InlineData("{\"student_id\": \"../x\"}", HttpStatusCode.BadRequest, "invalid_parameter")]
    [InlineData(
        "{\"heads\": {\"clips\": {\"seq\": 1, \"hash\": \"xyz\"}}}",
        HttpStatusCode.BadRequest,
        "invalid_parameter"
    )]
    [InlineData(
        "{\"heads\": {\"clips\": {\"seq\": -1, \"hash\": \"\"}}}",
        HttpStatusCode.BadRequest,
        "invalid_parameter"
    )]
    [InlineData("{\"heads\": {\"clips\": null}}", HttpStatusCode.BadRequest, "invalid_parameter")]
    [InlineData("{\"heads\": {\"clips\": {\"seq\": 1}}}", HttpStatusCode.BadRequest, "invalid_parameter")]
    [InlineData("{\"heads\": 5}", HttpStatusCode.BadRequest, "invalid_parameter")]
    public async Task A_bad_request_is_refused_by_name(string body, HttpStatusCode status, string code)
    {
        await using var host = await ServerHost.StartAsync(Token);

        var answer = await host.PostAsync("/api/v1/archive/verify", JsonDocument.Parse(body).RootElement);

        (answer.Status, answer.Code).ShouldBe((status, code), answer.Text);
    }

    [Fact]
    public async Task A_stopped_servers_archive_is_verified_offline()
    {
        await using var archive = await KeptArchive.StartAsync();
        var clip = (await archive.ClipsAsync())[0];
        var path = archive.PathOf(clip.Files[0].Object);
        await archive.Host.Server.DisposeAsync();
        await File.AppendAllTextAsync(path, "x", Token);

        await using (
            var offline = await OfflineServer.OpenAsync(
                new ServerSetup
                {
                    Database = new SqliteProvider(),
                    DataFolder = archive.Host.DataFolder,
                    ReadEnvironment = false,
                },
                Token
            )
        )
        {
            var reports = await offline.VerifyAsync(cancellationToken: Token);
            var one = await offline.VerifyAsync(
                new VerifyRequest { StudentId = "s1" },
                "admin",
                cancellationToken: Token
            );

            reports.ShouldHaveSingleItem().Key.ShouldBe("admin");
            reports["admin"].Findings.ShouldHaveSingleItem().Kind.ShouldBe(VerifyFindingKind.Changed);
            one["admin"].Checked.Records.ShouldBe(3);
            (
                await Should.ThrowAsync<Failures.ClipyardException>(() =>
                    offline.VerifyAsync(person: "nobody", cancellationToken: Token)
                )
            ).Code.ShouldBe("not_found");
        }

        await archive.Host.RestartAsync();
    }

    private static Task<JsonAnswer> AskAsync(ServerHost host) =>
        host.SendAsync(
            HttpMethod.Post,
            "/api/v1/archive/verify",
            body: null,
            ("Prefer", "respond-async"),
            ("Idempotency-Key", "once")
        );
}
