using Clipyard.Server.Api;
using Clipyard.Server.Identity;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Clipyard.Server.Accounts.App;

/// <summary>Says at the start what looks wrong about the app and still may be meant. Once, and only if there is one.</summary>
internal sealed partial class AppNotices(
    TikTokApp app,
    MasterKey masterKey,
    IPublicAddress address,
    IHostApplicationLifetime lifetime,
    ILogger<AppNotices> logger
) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (app.IsConfigured)
        {
            lifetime.ApplicationStarted.Register(Say); // by then the server's own address is known
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private void Say()
    {
        if (!masterKey.IsSet)
        {
            LogNoMasterKey();
        }

        var isSandboxKey = AppSettings.IsSandboxKey(app.ClientKey);
        if (isSandboxKey && app.Mode == TikTokMode.Production)
        {
            LogSandboxKey(AppSettings.SandboxKeyPrefix);
        }

        if (!isSandboxKey && app.Mode == TikTokMode.TikTokSandbox)
        {
            LogProductionKey(AppSettings.SandboxKeyPrefix);
        }

        if (!app.RedirectUri.Authority.Equals(address.Base.Authority, StringComparison.OrdinalIgnoreCase))
        {
            LogOtherHost(app.RedirectUri.Authority, address.Base.Authority);
        }
    }

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "CLIPYARD_MASTER_KEY is not set: the tokens of connected accounts are only as safe as the data folder"
    )]
    private partial void LogNoMasterKey();

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "TikTok:Mode is production, but the client key begins with {Prefix} like those of TikTok's sandboxes"
    )]
    private partial void LogSandboxKey(string prefix);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "TikTok:Mode is tiktok-sandbox, but the client key does not begin with {Prefix} like those of TikTok's sandboxes"
    )]
    private partial void LogProductionKey(string prefix);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "TikTok sends browsers back to {Redirect}, but they begin at {Public}: the cookie that ties both together is lost on the way; set PublicAddress or TikTok:RedirectUri"
    )]
    private partial void LogOtherHost(string redirect, string @public);
}
