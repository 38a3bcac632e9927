using Clipyard.Failures;
using Clipyard.Server.Accounts;
using Clipyard.TikTokApi;
using Clipyard.TikTokApi.Accounts;
using Clipyard.TikTokApi.OAuth;

namespace Clipyard.Server.Tests.Publishing.Preparing;

/// <summary>An account of which a test says what TikTok says of its creator. No TikTok is asked.</summary>
internal sealed class FakeAccounts : IAccounts, ICallAllowance
{
    public ScopeSet Scopes { get; set; } = new(TikTokScopes.VideoUpload, TikTokScopes.VideoPublish);

    /// <summary>What TikTok answers.</summary>
    public CreatorInfo Creator { get; set; } =
        new()
        {
            PrivacyLevels = [PrivacyLevel.PublicToEveryone, PrivacyLevel.SelfOnly],
            MaxVideoDuration = TimeSpan.FromMinutes(5),
        };

    /// <summary>What asking ends with instead; null: an answer.</summary>
    public ClipyardException? Failure { get; set; }

    /// <summary>When asking is allowed again; null: now.</summary>
    public DateTimeOffset? AllowedAt { get; set; }

    /// <summary>How often TikTok was asked.</summary>
    public int Asked { get; private set; }

    public Task<ConnectedAccount> ResolveAsync(Guid? accountId, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Preparing knows its account.");

    public Task<ConnectedAccount?> FindAsync(Guid accountId, CancellationToken cancellationToken) =>
        Task.FromResult<ConnectedAccount?>(
            new ConnectedAccount(
                accountId,
                Guid.Empty,
                OpenId: "-000open",
                "sunny.garden",
                "Sunny Garden",
                Scopes,
                AccountState.Connected,
                StateReason: null
            )
        );

    public Task EnsureConnectedAsync(Guid accountId, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Preparing knows its account.");

    public Task<IReadOnlyList<ConnectedAccount>> ListAsync(CancellationToken cancellationToken) =>
        throw new NotSupportedException("Preparing knows its account.");

    public Task<T> CallAsync<T>(
        Guid accountId,
        string? scope,
        Func<TikTokApiClient, AccessToken, CancellationToken, Task<T>> call,
        CancellationToken cancellationToken
    )
    {
        Asked++;
        scope.ShouldBe(TikTokScopes.VideoPublish);
        return Failure is null ? Task.FromResult((T)(object)Creator) : Task.FromException<T>(Failure);
    }

    public Task<DateTimeOffset?> TakeAsync(
        string openId,
        TikTokCall call,
        int count,
        CancellationToken cancellationToken
    )
    {
        call.ShouldBe(TikTokCall.CreatorInfo);
        return Task.FromResult(AllowedAt);
    }

    public Task<int> LeftAsync(string openId, TikTokCall call, CancellationToken cancellationToken) =>
        Task.FromResult(20);
}
