using Clipyard.CrashMatrix.Boundaries;
using Clipyard.Failures;
using Clipyard.Server.Accounts;
using Clipyard.Server.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Clipyard.CrashMatrix.Serving;

/// <summary>What the matrix tells a server process.</summary>
internal sealed class HostCommands(IServiceProvider services, BoundaryCounter counter)
{
    /// <summary>Answers until the input ends.</summary>
    public async Task ServeAsync(TextReader input, Action<string, object?> say)
    {
        while (await input.ReadLineAsync() is { } line)
        {
            switch (line.Split(' '))
            {
                case ["arm", var text]:
                    counter.Arm(Boundary.TryParse(text, out var boundary) ? boundary : null);
                    say("armed", text);
                    break;
                case ["seen"]:
                    say("seen", counter.Seen);
                    counter.Disarm();
                    break;
                case ["expire"]:
                    say("expired", $"{await ExpireAsync()}");
                    break;
                case ["token", var id]:
                    say("token", await RefreshAsync(Guid.Parse(id)));
                    break;
                default:
                    say("unknown", line);
                    break;
            }
        }
    }

    /// <summary>Lets every account's token look lapsed, so that the next call refreshes it.</summary>
    private async Task<int> ExpireAsync()
    {
        await using var scope = services.CreateAsyncScope();
        var (db, now) = (scope.ServiceProvider.GetRequiredService<ClipyardDb>(), DateTimeOffset.UnixEpoch);
        return await db.Set<TikTokAccount>()
            .IgnoreQueryFilters(QueryFilters.OwnerOnly)
            .ExecuteUpdateAsync(set => set.SetProperty(account => account.AccessExpiresAt, now));
    }

    /// <summary>Calls TikTok as an account, with a token that is fetched anew when it has to be.</summary>
    /// <returns><c>good</c> when TikTok takes it; otherwise the failure's code.</returns>
    private async Task<string> RefreshAsync(Guid accountId)
    {
        await using var scope = services.CreateAsyncScope();
        var account = await scope
            .ServiceProvider.GetRequiredService<ClipyardDb>()
            .Set<TikTokAccount>()
            .IgnoreQueryFilters(QueryFilters.OwnerOnly)
            .SingleAsync(account => account.Id == accountId);
        scope.ServiceProvider.GetRequiredService<IOwnerScope>().Enter(new Owner(account.OwnerId, StorePrefix: ""));
        try
        {
            var accounts = scope.ServiceProvider.GetRequiredService<IAccounts>();
            return await accounts.CallAsync(
                accountId,
                scope: null,
                async (client, token, stop) =>
                {
                    await client.Users.GetAsync(token, account.Granted, stop);
                    return "good";
                },
                CancellationToken.None
            );
        }
        catch (ClipyardException error)
        {
            return error.Code;
        }
    }
}
