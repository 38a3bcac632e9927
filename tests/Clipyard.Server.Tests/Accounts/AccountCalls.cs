using Clipyard.Sandbox;
using Clipyard.Sandbox.Faults;
using Clipyard.Sandbox.Journals;
using Clipyard.Server.Accounts;
using Clipyard.Server.Data;
using Clipyard.TikTokApi.Accounts;
using Clipyard.TikTokApi.OAuth;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Clipyard.Server.Tests.Accounts;

/// <summary>What the tests of accounts ask of a server.</summary>
internal static class AccountCalls
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    extension(ServerHost host)
    {
        /// <summary>Connects an account as the administrator.</summary>
        public async Task<Guid> ConnectAsync(string creator, params string[] scopes)
        {
            using var browser = await ConnectBrowser.SignedInAsync(host);
            return Guid.Parse(await browser.ConnectAsync(creator, scopes));
        }

        /// <summary>Asks TikTok through the account who it is.</summary>
        public async Task<UserInfo> AskAsync(Guid accountId)
        {
            await using var scope = await host.EnterOwnerAsync(accountId);
            return await AskAsync(scope.ServiceProvider, accountId);
        }

        /// <summary>A scope that works for the account's owner.</summary>
        public Task<AsyncServiceScope> EnterOwnerAsync(Guid accountId) => EnterAsync(host.Server.Services, accountId);

        /// <summary>The account's row.</summary>
        public async Task<TikTokAccount> RowAsync(Guid accountId)
        {
            await using var scope = host.Server.Services.CreateAsyncScope();
            return await scope
                .ServiceProvider.GetRequiredService<ClipyardDb>()
                .Set<TikTokAccount>()
                .IgnoreQueryFilters(QueryFilters.OwnerOnly)
                .AsNoTracking()
                .SingleAsync(account => account.Id == accountId, Stop);
        }

        /// <summary>Requests of one kind that reached the sandbox.</summary>
        public IReadOnlyList<JournalEntry> Asked(SandboxEndpoint endpoint) => [.. host.Sandbox.Journal.Of(endpoint)];

        public void Fault(SandboxEndpoint endpoint, FaultKind kind, Func<SandboxFault, SandboxFault>? change = null)
        {
            var fault = new SandboxFault { Kind = kind, Endpoint = endpoint };
            host.Sandbox.Faults.Add(change?.Invoke(fault) ?? fault);
        }

        /// <summary>Does one round of a sweep.</summary>
        public async Task SweepAsync<TSweep>()
        {
            await using var scope = host.Server.Services.CreateAsyncScope();
            var sweep = scope.ServiceProvider.GetServices<Server.Jobs.ISweep>().Single(sweep => sweep is TSweep);
            await sweep.SweepAsync(Stop);
        }
    }

    /// <summary>A scope of some services that works for the account's owner.</summary>
    public static async Task<AsyncServiceScope> EnterAsync(IServiceProvider services, Guid accountId)
    {
        var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ClipyardDb>();
        var owner = await db.Set<TikTokAccount>()
            .IgnoreQueryFilters(QueryFilters.OwnerOnly)
            .Where(account => account.Id == accountId)
            .Select(account => account.OwnerId)
            .SingleAsync(Stop);
        scope.ServiceProvider.GetRequiredService<IOwnerScope>().Enter(new Owner(owner, ""));
        return scope;
    }

    public static Task<UserInfo> AskAsync(IServiceProvider scoped, Guid accountId) =>
        scoped
            .GetRequiredService<IAccounts>()
            .CallAsync(
                accountId,
                TikTokScopes.UserInfoBasic,
                (client, token, stop) => client.Users.GetAsync(token, new ScopeSet(TikTokScopes.UserInfoBasic), stop),
                Stop
            );
}
