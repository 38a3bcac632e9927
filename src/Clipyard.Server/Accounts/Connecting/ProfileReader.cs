using Clipyard.Failures;
using Clipyard.Server.Accounts.App;
using Clipyard.TikTokApi.OAuth;
using Microsoft.Extensions.Logging;

namespace Clipyard.Server.Accounts.Connecting;

/// <summary>Asks TikTok who an account is. Not knowing it hinders nothing.</summary>
internal sealed partial class ProfileReader(TikTokApp app, ICallAllowance allowance, ILogger<ProfileReader> logger)
{
    /// <summary>What can be known with what was granted.</summary>
    public async Task<AccountProfile> ReadAsync(TokenSet tokens, CancellationToken cancellationToken)
    {
        var profile = await TryAsync(() => UserAsync(tokens, cancellationToken)) ?? AccountProfile.Unknown;
        if (profile.Username is not null || !tokens.Scopes.Contains(TikTokScopes.VideoPublish))
        {
            return profile;
        }

        // The @name is part of a permission that few ask for; the creator's options name it, too.
        return await TryAsync(() => CreatorAsync(profile, tokens, cancellationToken)) ?? profile;
    }

    private async Task<AccountProfile?> UserAsync(TokenSet tokens, CancellationToken cancellationToken)
    {
        var user = await app.Client.Users.GetAsync(tokens.AccessToken, tokens.Scopes, cancellationToken);
        return new AccountProfile(user.Username, user.DisplayName, user.AvatarUrl);
    }

    private async Task<AccountProfile?> CreatorAsync(
        AccountProfile profile,
        TokenSet tokens,
        CancellationToken cancellationToken
    )
    {
        if (await allowance.TakeAsync(tokens.OpenId, TikTokCall.CreatorInfo, 1, cancellationToken) is not null)
        {
            return null;
        }

        var creator = await app.Client.Creators.GetAsync(tokens.AccessToken, cancellationToken);
        return new AccountProfile(
            creator.Username,
            profile.DisplayName ?? creator.Nickname,
            profile.AvatarUrl ?? creator.AvatarUrl
        );
    }

    private async Task<AccountProfile?> TryAsync(Func<Task<AccountProfile?>> ask)
    {
        try
        {
            return await ask();
        }
        catch (ClipyardException error)
        {
            LogUnknown(error.Code);
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "TikTok did not say who a connected account is: {Code}")]
    private partial void LogUnknown(string code);
}
