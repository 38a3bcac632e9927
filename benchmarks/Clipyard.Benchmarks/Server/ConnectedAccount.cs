using Clipyard.Server;
using Clipyard.Server.Accounts;
using Clipyard.Server.Accounts.Tokens;
using Clipyard.Server.Data;
using Clipyard.Server.Sqlite;
using Clipyard.TikTokApi.OAuth;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Clipyard.Benchmarks.Server;

/// <summary>
/// An account that posts can be asked for. Its tokens are made up, so the server it is for must not reach TikTok, nor a
/// sandbox: either would refuse them, and the account would need its person.
/// </summary>
internal static class ConnectedAccount
{
    /// <summary>Where nobody listens.</summary>
    public static readonly Uri Nowhere = new("http://127.0.0.1:9");

    public static async Task AddAsync(string folder)
    {
        await using var server = await ClipyardServer.StartAsync(
            new ServerSetup
            {
                Database = new SqliteProvider(),
                DataFolder = folder,
                Urls = ["http://127.0.0.1:0"],
                ReadEnvironment = false,
                StartScheduler = false,
                Settings = new Dictionary<string, string?>(StringComparer.Ordinal)
                {
                    ["TikTokAddress"] = Nowhere.GetLeftPart(UriPartial.Authority),
                },
                Logging = logging => logging.SetMinimumLevel(LogLevel.None),
            }
        );
        await using var scope = server.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ClipyardDb>();
        var (id, now) = (Guid.CreateVersion7(), DateTimeOffset.UtcNow);
        db.Add(
            new TikTokAccount
            {
                Id = id,
                OwnerId = await db.Users.Select(person => person.Id).SingleAsync(),
                OpenId = "benchmark",
                Username = "benchmark",
                Scopes = "user.info.basic,video.upload,video.publish",
                State = AccountState.Connected,
                Tokens = scope
                    .ServiceProvider.GetRequiredService<TokenBox>()
                    .Seal(id, new AccessToken("act.benchmark"), new RefreshToken("rft.benchmark")),
                AccessExpiresAt = now.AddDays(1),
                RefreshExpiresAt = now.AddDays(300),
                ConnectedAt = now,
                CheckedAt = now,
            }
        );
        await db.SaveChangesAsync();
    }
}
