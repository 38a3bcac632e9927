using Clipyard.CrashMatrix.Boundaries;
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
}
