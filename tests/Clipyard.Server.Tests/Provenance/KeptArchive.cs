using System.Net;
using Clipyard.Server.Archive;
using Clipyard.Server.Data;
using Clipyard.Server.Identity;
using Clipyard.Server.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Clipyard.Server.Tests.Provenance;

/// <summary>A server that has kept something, and hands that damage it behind the server's back.</summary>
internal sealed class KeptArchive : IAsyncDisposable
{
    private KeptArchive(ServerHost host) => Host = host;

    public ServerHost Host { get; }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Student <c>s1</c> with three videos, in the order of the chain.</summary>
    public static async Task<KeptArchive> StartAsync(bool withPhotos = false)
    {
        var archive = new KeptArchive(await ServerHost.StartAsync(Token));
        await archive.KeepAsync("s1", "sunny.garden", 3);
        if (withPhotos)
        {
            await archive.KeepAsync("s2", "paper.boats", 3);
        }

        return archive;
    }

    public async Task KeepAsync(string student, string username, int count, bool force = false)
    {
        await Host.PutAsync($"/tiktok/student/{student}/username", new { username });
        var kept = await Host.PostAsync(
            $"/tiktok/student/{student}/download?max_videos={count}&force={(force ? "true" : "false")}"
        );
        kept.Status.ShouldBe(HttpStatusCode.OK, kept.Text);
    }

    public async Task<JsonAnswer> VerifyAsync(object? request = null)
    {
        var answer = await Host.PostAsync("/api/v1/archive/verify", request);
        answer.Status.ShouldBe(HttpStatusCode.OK, answer.Text);
        return answer;
    }

    /// <summary>Verifies and demands one finding of this kind, and no other.</summary>
    public async Task<JsonAnswer> ShouldFindAsync(string kind, object? request = null)
    {
        var report = await VerifyAsync(request);
        report["success"].GetBoolean().ShouldBeFalse();
        report["findings_total"].GetInt64().ShouldBe(1, report.Text);
        report["findings.0.kind"].GetString().ShouldBe(kind, report.Text);
        report["findings.0.message"].GetString().ShouldNotBeNullOrEmpty();
        return report;
    }

    public async Task ShouldBeIntactAsync(object? request = null)
    {
        var report = await VerifyAsync(request);
        report["success"].GetBoolean().ShouldBeTrue(report.Text);
        report["findings"].GetArrayLength().ShouldBe(0);
        report["notes"].GetArrayLength().ShouldBe(0, report.Text);
    }

    /// <summary>The clips as the chain has them.</summary>
    public Task<List<Clip>> ClipsAsync() =>
        ReadAsync(db =>
            db.Clips.IgnoreQueryFilters(QueryFilters.OwnerOnly)
                .Include(c => c.Files)
                .OrderBy(c => c.Chain)
                .ThenBy(c => c.RecordSeq)
                .ToListAsync(Token)
        );

    public async Task<T> ReadAsync<T>(Func<ClipyardDb, Task<T>> read)
    {
        await using var scope = Host.Server.Services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<ClipyardDb>());
    }

    /// <summary>In the owner's own scope, as the server works.</summary>
    public async Task InScopeAsync(Func<ClipyardDb, IServiceProvider, Task> work)
    {
        await using var scope = Host.Server.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ClipyardDb>();
        var person = await db.Set<Person>().SingleAsync(Token);
        scope.ServiceProvider.GetRequiredService<IOwnerScope>().Enter(new Owner(person.Id, person.StorePrefix));
        await work(db, scope.ServiceProvider);
    }

    public Task SqlAsync(FormattableString sql) =>
        ReadAsync(async db =>
        {
            (await db.Database.ExecuteSqlAsync(sql, Token)).ShouldBeGreaterThan(0, "nothing was damaged");
            return true;
        });

    /// <summary>For columns and values of a theory, which cannot be parameters.</summary>
    public Task RawSqlAsync(string sql) =>
        SqlAsync(System.Runtime.CompilerServices.FormattableStringFactory.Create(sql));

    public string PathOf(string key) => Host.Server.Services.GetRequiredService<DiskMediaStore>().PathOf(key);

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}
