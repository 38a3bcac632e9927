using System.Net;
using System.Net.Http.Json;
using Clipyard.Server.Api;
using Clipyard.Server.Api.Idempotency;
using Clipyard.Server.Data;
using Clipyard.Server.Jobs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Clipyard.Server.Tests.Api;

public sealed class IdempotencyTests : IAsyncDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);
    private readonly ManualClock _clock = new(Noon);
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _go = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ApiHost? _host;
    private int _made;

    [Fact]
    public async Task The_same_request_again_is_answered_with_what_the_first_made()
    {
        await StartAsync();

        var first = await MakeAsync("/test/things", "key-1", new { name = "a" });
        var second = await MakeAsync("/test/things", "key-1", new { name = "a" });
        var quoted = await MakeAsync("/test/things", "\"key-1\"", new { name = "a" });
        var other = await MakeAsync("/test/things", "key-2", new { name = "a" });

        second["id"].GetString().ShouldBe(first["id"].GetString());
        quoted["id"].GetString().ShouldBe(first["id"].GetString());
        other["id"].GetString().ShouldNotBe(first["id"].GetString());
        first["name"].GetString().ShouldBe("a");
        _made.ShouldBe(2);
    }

    [Theory]
    [InlineData("/test/things", "b")]
    [InlineData("/test/things?mode=direct", "a")]
    public async Task The_same_key_for_something_else_is_refused(string path, string name)
    {
        await StartAsync();
        await MakeAsync("/test/things", "key-1", new { name = "a" });

        var answer = await MakeAsync(path, "key-1", new { name });

        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Code.ShouldBe("idempotency_mismatch");
        _made.ShouldBe(1);
    }

    [Fact]
    public async Task A_repeat_while_the_first_is_still_answered_is_told_to_come_back()
    {
        await StartAsync();
        var first = MakeAsync("/test/slow", "key-1", new { name = "a" });
        await _reached.Task.WaitAsync(TestContext.Current.CancellationToken);

        var second = await MakeAsync("/test/slow", "key-1", new { name = "a" });
        _go.SetResult();

        second.Status.ShouldBe(HttpStatusCode.Conflict);
        second.Code.ShouldBe("conflict");
        second.Headers["Retry-After"].ShouldBe("2");
        (await first).Status.ShouldBe(HttpStatusCode.OK);
        (await MakeAsync("/test/slow", "key-1", new { name = "a" }))["id"]
            .GetString()
            .ShouldBe((await first)["id"].GetString());
    }

    [Fact]
    public async Task A_key_of_another_process_that_was_faster_wins_by_the_table()
    {
        var host = await StartAsync();

        var answer = await MakeAsync("/test/overtaken", "key-1", new { name = "a" });

        answer.Status.ShouldBe(HttpStatusCode.Conflict);
        answer.Headers["Retry-After"].ShouldBe("2");
        await using var scope = host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ClipyardDb>();
        (await db.IdempotencyRecords.IgnoreQueryFilters().CountAsync(TestContext.Current.CancellationToken)).ShouldBe(
            1
        );
    }

    [Fact]
    public async Task A_key_is_forgotten_after_seven_days()
    {
        var host = await StartAsync();
        await MakeAsync("/test/things", "key-1", new { name = "a" });
        _clock.Advance(TimeSpan.FromDays(7));

        (await MakeAsync("/test/things", "key-1", new { name = "b" })).Status.ShouldBe(HttpStatusCode.OK);
        _made.ShouldBe(2);

        _clock.Advance(TimeSpan.FromDays(7));
        await using var scope = host.Services.CreateAsyncScope();
        await scope
            .ServiceProvider.GetServices<ISweep>()
            .OfType<IdempotencySweep>()
            .Single()
            .SweepAsync(TestContext.Current.CancellationToken);
        var db = scope.ServiceProvider.GetRequiredService<ClipyardDb>();
        (
            await db.IdempotencyRecords.IgnoreQueryFilters().AnyAsync(TestContext.Current.CancellationToken)
        ).ShouldBeFalse();
    }

    [Theory]
    [InlineData("two words")]
    [InlineData("tab\tin it")]
    [InlineData("\"\"")]
    public async Task A_key_that_is_none_is_refused(string key)
    {
        await StartAsync();

        var answer = await MakeAsync("/test/things", key, new { name = "a" });

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer["detail"].GetString().ShouldNotBeNull().ShouldContain("Idempotency-Key");
    }

    [Fact]
    public async Task Where_nothing_is_made_the_key_does_nothing()
    {
        await StartAsync();

        (await MakeAsync("/test/nothing", "key-1", new { name = "a" })).Status.ShouldBe(HttpStatusCode.OK);
        (await MakeAsync("/test/nothing", "key-1", new { name = "b" })).Status.ShouldBe(HttpStatusCode.OK);
    }

    public async ValueTask DisposeAsync()
    {
        if (_host is not null)
        {
            await _host.DisposeAsync();
        }
    }

    private Task<JsonAnswer> MakeAsync(string path, string key, object body) =>
        _host.ShouldNotBeNull().SendAsync(HttpMethod.Post, path, JsonContent.Create(body), ("Idempotency-Key", key));

    private async Task<ApiHost> StartAsync() =>
        _host = await ApiHost.StartAsync(Map, TestContext.Current.CancellationToken, _clock);

    private void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/test");
        group.MapPost("/things", CreateAsync);
        group.MapPost(
            "/slow",
            async (Thing thing, ClipyardDb db, IIdempotency idempotency, CancellationToken cancellationToken) =>
            {
                if (idempotency.EarlierResourceId is null)
                {
                    _reached.TrySetResult();
                }

                await _go.Task.WaitAsync(cancellationToken);
                return await CreateAsync(thing, db, idempotency, cancellationToken);
            }
        );
        group.MapPost(
            "/overtaken",
            async (
                Thing thing,
                ClipyardDb db,
                IIdempotency idempotency,
                IServiceScopeFactory scopes,
                CancellationToken cancellationToken
            ) =>
            {
                await using var scope = scopes.CreateAsyncScope();
                scope.ServiceProvider.GetRequiredService<IOwnerScope>().Enter(db.Scope.Owner);
                var faster = scope.ServiceProvider.GetRequiredService<ClipyardDb>();
                idempotency.Remember(faster, "faster");
                await faster.SaveChangesAsync(cancellationToken);
                return await CreateAsync(thing, db, idempotency, cancellationToken);
            }
        );
        group.MapPost("/nothing", (Thing thing) => TypedResults.Ok(thing));
    }

    private async Task<IResult> CreateAsync(
        Thing thing,
        ClipyardDb db,
        IIdempotency idempotency,
        CancellationToken cancellationToken
    )
    {
        if (idempotency.EarlierResourceId is { } earlier)
        {
            return TypedResults.Ok(new { id = earlier, name = thing.Name });
        }

        var id = $"thing-{++_made}";
        idempotency.Remember(db, id);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(new { id, name = thing.Name });
    }

    private sealed record Thing(string Name);
}
