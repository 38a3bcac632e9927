using Clipyard.Server.Accounts.App;
using Clipyard.Server.Accounts.Avatars;
using Clipyard.Server.Accounts.Calls;
using Clipyard.Server.Accounts.Connecting;
using Clipyard.Server.Accounts.Tokens;
using Clipyard.Server.Jobs;
using Clipyard.Server.Observability;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Clipyard.Server.Accounts;

/// <summary>Connected TikTok accounts.</summary>
internal static class AccountsFeature
{
    public static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services.AddOptions<TikTokAppOptions>().BindConfiguration(TikTokAppOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<TikTokAppOptions>, TikTokAppOptionsValidator>();
        services.AddSingleton<TikTokMetrics>();
        services.AddSingleton<TikTokApp>();
        services.AddHostedService<AppNotices>();

        services.AddSingleton<TokenBox>();
        services.AddSingleton<AccountTurns>();
        services.AddSingleton<AccountEvents>();
        services.AddSingleton<AccountRows>();
        services.AddSingleton<AccountTokens>();
        services.AddSingleton<ICallAllowance, CallAllowance>();

        services.AddScoped<OwnerAccounts>();
        services.AddScoped<IAccounts>(provider => provider.GetRequiredService<OwnerAccounts>());
        services.AddSingleton<IAccountRemovals, AccountRemovals>();
        services.AddScoped<AccountFarewell>();
        services.AddScoped<AccountDisconnect>();
        services.AddScoped<AccountListing>();
        services.AddScoped<CreatorOptions>();
        services.AddSingleton<AvatarShelf>();
        services.AddSingleton<AvatarFetch>();
        services.AddScoped<AccountAvatars>();
        services.AddScoped<Revocation>();
        services.AddScoped<ISweep, AccountCheck>();
        services.AddScoped<ISweep, OldAttemptSweep>();
        services.AddSingleton<IFigureSource, AccountFigures>();

        services.AddSingleton<ReturnAddress>();
        services.AddSingleton<BrowserMark>();
        services.AddSingleton<ConnectAnswers>();
        services.AddScoped<ConnectAttempts>();
        services.AddScoped<ConnectStart>();
        services.AddScoped<ConnectFinish>();
        services.AddScoped<ProfileReader>();
        services.AddScoped<AccountRegister>();
        return services;
    }

    public static IEndpointRouteBuilder MapAccounts(this IEndpointRouteBuilder routes)
    {
        routes.MapConnecting();
        routes.MapConnected();
        routes.MapVerificationFile();
        return routes;
    }
}
