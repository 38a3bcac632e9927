using System.Net;
using Clipyard.Server.Automation.Webhooks.Delivering;
using Clipyard.Server.Automation.Webhooks.Telling;
using Clipyard.Server.Data;
using Clipyard.Server.Events;
using Clipyard.Server.Jobs;
using Clipyard.Server.Network;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Clipyard.Server.Tests.Automation.Webhooks;

/// <summary>A server that stands still and a receiver it may call: the lanes are stepped through by hand.</summary>
internal sealed class HookHost : IAsyncDisposable
{
    private HookHost(ServerHost server, Receiver receiver, ManualClock clock)
    {
        Server = server;
        Receiver = receiver;
        Clock = clock;
    }

    public ServerHost Server { get; }

    public Receiver Receiver { get; }

    public ManualClock Clock { get; }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private LaneRunners Lanes => Server.Server.Services.GetRequiredService<LaneRunners>();

    public static Task<HookHost> StartAsync(params (string Name, string? Value)[] settings) =>
        StartAsync(services: null, settings);

    /// <summary>The same, with a receiver that is not inside.</summary>
    public static Task<HookHost> StartOutsideAsync() =>
        StartAsync(services =>
        {
            services.AddSingleton<GuardedHttp>();
            services.AddSingleton<OutsideHttp>();
            services.AddSingleton<IGuardedHttp>(provider => provider.GetRequiredService<OutsideHttp>());
        });

    /// <summary>The same, with something else in a place.</summary>
    public static async Task<HookHost> StartAsync(
        Action<IServiceCollection>? services,
        params (string Name, string? Value)[] settings
    )
    {
        var clock = new ManualClock();
        var receiver = await Receiver.StartAsync();
        var server = await ServerHost.StartAsync(
            Stop,
            setup =>
                setup with
                {
                    StartScheduler = false,
                    TimeProvider = clock,
                    ConfigureServices = services,
                    Settings = ServerHost.With(setup, [("Network:TrustedOrigins:0", receiver.Origin), .. settings]),
                }
        );
        return new HookHost(server, receiver, clock);
    }

    /// <summary>Makes a webhook to the receiver, or elsewhere.</summary>
    public async Task<JsonAnswer> MakeAsync(string events = "post.created", Uri? url = null)
    {
        var made = await Server.PostAsync(
            "/api/webhooks",
            new { url = url ?? Receiver.Address, events = events.Split(' ') }
        );
        made.Status.ShouldBe(HttpStatusCode.Created, made.Text);
        return made;
    }

    /// <summary>Makes one and says which.</summary>
    public async Task<Guid> MakeIdAsync(string events = "post.created", Uri? url = null) =>
        (await MakeAsync(events, url))["id"].GetGuid();

    /// <summary>Something happens.</summary>
    public async Task HappenAsync(string type, object? data = null, string subject = "thing", int times = 1)
    {
        await using var scope = await EnterAsync();
        var db = scope.ServiceProvider.GetRequiredService<ClipyardDb>();
        var log = scope.ServiceProvider.GetRequiredService<IEventLog>();
        for (var i = 0; i < times; i++)
        {
            log.Add(db, type, subject, data ?? new { kind = "test" });
        }

        await db.SaveChangesAsync(Stop);
    }

    /// <summary>Hands out what happened.</summary>
    public Task<DateTimeOffset?> FanOutAsync() => Lanes.StepAsync(FanOutLane.Name, Stop);

    /// <summary>Sends what is due, once in every lane.</summary>
    public Task DeliverAsync() => HookSteps.DeliverAsync(Server, Clock);

    /// <summary>Hands out and sends.</summary>
    public Task RunAsync() => HookSteps.RunAsync(Server, Clock);

    /// <summary>Lets time pass as far as the next try, and tries.</summary>
    public async Task NextTryAsync()
    {
        var next = (await DeliveriesAsync()).Min(row => row.NextAttemptAt).ShouldNotBeNull("nothing is on its way");
        if (next > Clock.GetUtcNow())
        {
            Clock.Advance(next - Clock.GetUtcNow());
        }

        await DeliverAsync();
    }

    /// <summary>Lets time pass until nothing is tried again.</summary>
    public async Task TryUntilGivenUpAsync()
    {
        while ((await DeliveriesAsync()).Exists(row => row.NextAttemptAt is not null))
        {
            await NextTryAsync();
        }
    }

    public async Task<List<WebhookDelivery>> DeliveriesAsync()
    {
        await using var scope = await EnterAsync();
        return await scope
            .ServiceProvider.GetRequiredService<ClipyardDb>()
            .WebhookDeliveries.AsNoTracking()
            .OrderBy(row => row.Id)
            .ToListAsync(Stop);
    }

    public async Task<WebhookDelivery> DeliveryAsync() => (await DeliveriesAsync()).ShouldHaveSingleItem();

    /// <summary>Waits until it is so.</summary>
    public static async Task UntilAsync(Func<bool> isSo)
    {
        while (!isSo())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5), Stop);
        }
    }

    public Task<JsonAnswer> PatchAsync(Guid id, object body) =>
        Server.SendAsync(HttpMethod.Patch, $"/api/webhooks/{id}", body);

    public Task<JsonAnswer> LookAsync(Guid id) => Server.GetAsync($"/api/webhooks/{id}");

    /// <summary>Looks at the database as the administrator's requests do.</summary>
    public async Task<T> InDbAsync<T>(Func<ClipyardDb, Task<T>> look)
    {
        await using var scope = await EnterAsync();
        return await look(scope.ServiceProvider.GetRequiredService<ClipyardDb>());
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        await Receiver.DisposeAsync();
    }

    private async Task<AsyncServiceScope> EnterAsync()
    {
        var scope = Server.Server.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ClipyardDb>();
        var person = await db.Users.FirstAsync(Stop);
        scope.ServiceProvider.GetRequiredService<IOwnerScope>().Enter(new Owner(person.Id, person.StorePrefix));
        return scope;
    }
}
