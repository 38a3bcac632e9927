using Clipyard.TikTokApi.Json;
using Clipyard.TikTokApi.OAuth;

namespace Clipyard.TikTokApi.Accounts;

/// <summary>Reads what an account may post. 20 calls a minute and token; needs <see cref="TikTokScopes.VideoPublish"/>.</summary>
public sealed class CreatorClient
{
    private readonly ApiCalls _calls;

    internal CreatorClient(ApiCalls calls) => _calls = calls;

    /// <summary>Reads what the account may post now.</summary>
    /// <exception cref="TikTokApiException">
    /// <c>daily_cap</c>, <c>active_user_cap</c>, <c>creator_blocked</c>: it may not post now. <c>scope_missing</c>,
    /// <c>reconnect_needed</c>, <c>rate_limited</c>, <c>network_error</c>.
    /// </exception>
    public async Task<CreatorInfo> GetAsync(AccessToken token, CancellationToken cancellationToken = default)
    {
        var reply = await _calls.SendAsync(
            HttpMethod.Post,
            "/v2/post/publish/creator_info/query/",
            token,
            cancellationToken
        );
        return reply.Data(AnswerContext.Default.CreatorPayload).ToCreatorInfo();
    }
}
