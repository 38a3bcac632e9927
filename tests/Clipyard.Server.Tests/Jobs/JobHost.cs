using Clipyard.Server.Api;
using Clipyard.Server.Data;
using Clipyard.Server.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Clipyard.Server.Tests.Jobs;

/// <summary>A server with a kind of job of which the test says what it does.</summary>
internal sealed class JobHost : IAsyncDisposable
{
    /// <summary>What the names of lanes begin with that have slots of their own.</summary>
    public const string OtherKind = "other:";

    private readonly CancellationToken _cancellationToken = TestContext.Current.CancellationToken;

    private readonly ManualClock? _clock;

    private JobHost(ServerHost host, ProbeScript script, ManualClock? clock)
    {
        Host = host;
        Script = script;
        _clock = clock;
    }

    public ServerHost Host { get; }

    public ProbeScript Script { get; }

    /// <summary>The clock of a server that stands still.</summary>
    public ManualClock Clock => _clock ?? throw new InvalidOperationException("This server runs on the real clock.");

    /// <summary>A server whose engine runs, on the real clock.</summary>
    public static Task<JobHost> StartAsync(Func<ServerSetup, ServerSetup>? configure = null) =>
        StartAsync(new ProbeScript(), clock: null, configure);

    /// <summary>A server whose steps the test takes by hand, on a clock that stands still.</summary>
    public static Task<JobHost> StartStandingStillAsync() =>
        StartAsync(new ProbeScript(), new ManualClock(), setup => setup with { StartScheduler = false });

    /// <summary>From now on every step waits at the gate, and is done when it opens.</summary>
    public Gate StopAtGate()
    {
        var gate = new Gate();
        Script.Step = async (_, cancellationToken) =>
        {
            await gate.PassAsync(cancellationToken);
            return StepOutcome.Done();
        };
        return gate;
    }

    /// <summary>Waits until so many lanes wait for a slot.</summary>
    public async Task LanesWaitAsync(int lanes)
    {
        var slots = Host.Server.Services.GetRequiredService<LaneSlots>();
        while (slots.Waiting < lanes)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5), _cancellationToken);
        }
    }

    /// <summary>Adds jobs for the administrator and wakes their lane.</summary>
    public Task<IReadOnlyList<Guid>> QueueAsync(string lane, params string[] requests) =>
        AddAsync(lane, wake: true, requests);

    /// <summary>As <see cref="QueueAsync"/>, but the wake-up is lost.</summary>
    public Task<IReadOnlyList<Guid>> QueueSilentlyAsync(string lane, params string[] requests) =>
        AddAsync(lane, wake: false, requests);

    /// <summary>Waits until the job has ended, and says how.</summary>
    public async Task<Job> EndOfAsync(Guid jobId)
    {
        await using var scope = await EnterAsync();
        var queue = scope.ServiceProvider.GetRequiredService<IJobQueue>();
        (await queue.WaitAsync(jobId, TimeSpan.FromSeconds(60), _cancellationToken)).ShouldBeTrue();
        return await RowAsync(jobId);
    }

    /// <summary>Waits until the job's row is so.</summary>
    public async Task UntilAsync(Guid jobId, Func<Job, bool> isSo)
    {
        while (!isSo(await RowAsync(jobId)))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5), _cancellationToken);
        }
    }

    /// <summary>Moves the clock on, as often as it takes, until the work has ended.</summary>
    public async Task AdvanceUntilAsync(TimeSpan by, Task work)
    {
        while (!work.IsCompleted)
        {
            Clock.Advance(by);
            await Task.WhenAny(work, Task.Delay(TimeSpan.FromMilliseconds(20), _cancellationToken));
        }

        await work;
    }

    /// <summary>Waits until the engine runs.</summary>
    public async Task EngineRunsAsync() => await EndOfAsync((await QueueAsync("archive:first", "first"))[0]);

    /// <summary>What is wrong with the engine; null when nothing is.</summary>
    public Task<string?> CheckEngineAsync() =>
        Host
            .Server.Services.GetServices<IReadinessCheck>()
            .Single(check => check.Name == "scheduler")
            .CheckAsync(_cancellationToken);

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

    /// <summary>Runs one of the sweeps now.</summary>
    public async Task SweepAsync<TSweep>()
        where TSweep : ISweep
    {
        await using var scope = Host.Server.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetServices<ISweep>().OfType<TSweep>().Single().SweepAsync(_cancellationToken);
    }

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

    private async Task<IReadOnlyList<Guid>> AddAsync(string lane, bool wake, string[] requests)
    {
        await using var scope = await EnterAsync();
        var db = scope.ServiceProvider.GetRequiredService<ClipyardDb>();
        var queue = scope.ServiceProvider.GetRequiredService<IJobQueue>();
        var jobs = requests.Select(request => queue.Add(db, ProbeHandler.Kind, lane, request, "ada")).ToList();
        await db.SaveChangesAsync(_cancellationToken);
        if (wake)
        {
            await queue.WakeAsync(jobs[0], _cancellationToken);
        }

        return [.. jobs.Select(job => job.Id)];
    }

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
                        services.AddSingleton(provider => new LaneKind(
                            OtherKind,
                            StepsAtOnce: 1,
                            provider.GetRequiredService<LaneRunner>()
                        ));
                    },
                };
                return configure?.Invoke(setup) ?? setup;
            }
        );
        return new JobHost(host, script, clock);
    }
}
