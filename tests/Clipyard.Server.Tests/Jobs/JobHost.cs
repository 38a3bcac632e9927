using Clipyard.Server.Data;
using Clipyard.Server.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Clipyard.Server.Tests.Jobs;

/// <summary>A server with a kind of job of which the test says what it does.</summary>
internal sealed class JobHost : IAsyncDisposable
{
    private readonly CancellationToken _cancellationToken = TestContext.Current.CancellationToken;

    private JobHost(ServerHost host, ProbeScript script, ManualClock? clock)
    {
        Host = host;
        Script = script;
        Clock = clock;
    }

    public ServerHost Host { get; }

    public ProbeScript Script { get; }

    /// <summary>The clock; null when it is the real one.</summary>
    public ManualClock? Clock { get; }

    /// <summary>A server whose engine runs, on the real clock.</summary>
    public static Task<JobHost> StartAsync(Func<ServerSetup, ServerSetup>? configure = null) =>
        StartAsync(new ProbeScript(), clock: null, configure);

    /// <summary>A server whose steps the test takes by hand, on a clock that stands still.</summary>
    public static Task<JobHost> StartStandingStillAsync() =>
        StartAsync(new ProbeScript(), new ManualClock(), setup => setup with { StartScheduler = false });

    /// <summary>Adds jobs for the administrator and wakes their lanes.</summary>
    public async Task<IReadOnlyList<Guid>> QueueAsync(string lane, params string[] requests)
    {
        await using var scope = await EnterAsync();
        var db = scope.ServiceProvider.GetRequiredService<ClipyardDb>();
        var queue = scope.ServiceProvider.GetRequiredService<IJobQueue>();
        var jobs = requests.Select(request => queue.Add(db, ProbeHandler.Kind, lane, request, "ada")).ToList();
        await db.SaveChangesAsync(_cancellationToken);
        await queue.WakeAsync(jobs[0], _cancellationToken);
        return [.. jobs.Select(job => job.Id)];
    }

    /// <summary>Waits until the job has ended, and says how.</summary>
    public async Task<Job> EndOfAsync(Guid jobId)
    {
        await using var scope = await EnterAsync();
        var queue = scope.ServiceProvider.GetRequiredService<IJobQueue>();
        (await queue.WaitAsync(jobId, TimeSpan.FromSeconds(60), _cancellationToken)).ShouldBeTrue();
        return await RowAsync(jobId);
    }

    public async Task<Job> RowAsync(Guid jobId)
    {
        await using var scope = await EnterAsync();
        var db = scope.ServiceProvider.GetRequiredService<ClipyardDb>();
        return await db.Jobs.AsNoTracking().SingleAsync(job => job.Id == jobId, _cancellationToken);
    }

    /// <summary>Takes one step of a lane by hand.</summary>
    public Task<DateTimeOffset?> StepAsync(string lane) => StepUntilAsync(lane, _cancellationToken);

    /// <summary>Takes one step of a lane by hand, on a server that stops with the token.</summary>
    public Task<DateTimeOffset?> StepUntilAsync(string lane, CancellationToken stopping) =>
        Host.Server.Services.GetRequiredService<LaneRunner>().StepAsync(lane, stopping);

    /// <summary>A scope that works for the administrator.</summary>
    public async Task<AsyncServiceScope> EnterAsync()
    {
        var scope = Host.Server.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ClipyardDb>();
        var person = await db.Users.FirstAsync(_cancellationToken);
        scope.ServiceProvider.GetRequiredService<IOwnerScope>().Enter(new Owner(person.Id, person.StorePrefix));
        return scope;
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    private static async Task<JobHost> StartAsync(
        ProbeScript script,
        ManualClock? clock,
        Func<ServerSetup, ServerSetup>? configure
    )
    {
        var host = await ServerHost.StartAsync(
            TestContext.Current.CancellationToken,
            setup =>
            {
                setup = setup with
                {
                    TimeProvider = clock ?? setup.TimeProvider,
                    ConfigureServices = services =>
                    {
                        services.AddSingleton(script);
                        services.AddKeyedScoped<IJobHandler, ProbeHandler>(ProbeHandler.Kind);
                    },
                };
                return configure?.Invoke(setup) ?? setup;
            }
        );
        return new JobHost(host, script, clock);
    }
}
