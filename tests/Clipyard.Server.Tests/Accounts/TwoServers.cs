using Clipyard.Sandbox;
using Clipyard.Server.Accounts.Tokens;
using Clipyard.Server.Data;
using Clipyard.Server.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Clipyard.Server.Tests.Accounts;

/// <summary>Two servers on one database, with the same keys, and an account that both of them use.</summary>
internal sealed class TwoServers : IAsyncDisposable
{
    private TwoServers(ServerHost first, ServerHost second, Guid accountId)
    {
        First = first;
        Second = second;
        AccountId = accountId;
    }

    public ServerHost First { get; }

    public ServerHost Second { get; }

    public Guid AccountId { get; }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<TwoServers> StartAsync(string creator, TimeProvider? clockOfTheSecond = null)
    {
        var first = await ServerHost.StartAsync(Stop, setup => setup with { StartScheduler = false });
        var accountId = await first.ConnectAsync(creator);
        var second = await ServerHost.StartAsync(
            Stop,
            setup =>
                setup with
                {
                    StartScheduler = false,
                    Database = new SharedDatabase(first.DataFolder),
                    TimeProvider = clockOfTheSecond ?? TimeProvider.System,
                    ConfigureServices = services =>
                        services.AddSingleton(provider => new KeyFiles(
                            new ServerPaths(first.DataFolder),
                            provider.GetRequiredService<MasterKey>(),
                            provider.GetRequiredService<ILoggerFactory>()
                        )),
                },
            first.Sandbox
        );
        return new TwoServers(first, second, accountId);
    }

    /// <summary>Makes the account's token look as if it lapsed at that time.</summary>
    public Task LapseAsync(DateTimeOffset at) => LapseAsync(First, AccountId, at);

    public static async Task LapseAsync(ServerHost host, Guid accountId, DateTimeOffset at)
    {
        await using var scope = await host.EnterOwnerAsync(accountId);
        await scope
            .ServiceProvider.GetRequiredService<ClipyardDb>()
            .Set<Server.Accounts.TikTokAccount>()
            .ExecuteUpdateAsync(set => set.SetProperty(account => account.AccessExpiresAt, at), Stop);
    }

    /// <summary>Waits until somebody has said that they fetch new tokens, at the latest until their work has ended.</summary>
    public async Task SomebodyRefreshesAsync(Task work)
    {
        while (!work.IsCompleted && (await First.RowAsync(AccountId)).RefreshHolder is null)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(1), Stop);
        }
    }

    public async Task<Owner> OwnerAsync() => new((await First.RowAsync(AccountId)).OwnerId, "");

    public static AccountRows RowsOf(ServerHost host) => host.Server.Services.GetRequiredService<AccountRows>();

    public IReadOnlyList<Sandbox.Journals.JournalEntry> TokenRequests => First.Asked(SandboxEndpoint.Token);

    public async ValueTask DisposeAsync()
    {
        await Second.DisposeAsync();
        await First.DisposeAsync();
    }
}
