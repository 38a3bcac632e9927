using Clipyard.TikTokApi.Json;
using Clipyard.TikTokApi.OAuth;

namespace Clipyard.TikTokApi.Accounts;

/// <summary>Reads the connected person's profile. 600 calls a minute.</summary>
public sealed class UserClient
{
    private readonly ApiCalls _calls;

    internal UserClient(ApiCalls calls) => _calls = calls;

    /// <summary>Reads all that the granted permissions cover.</summary>
    /// <param name="token">The account's.</param>
    /// <param name="granted">From its <see cref="TokenSet"/>: asking for more is refused as a whole.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="TikTokApiException"><c>scope_missing</c>, <c>reconnect_needed</c>, <c>rate_limited</c>, <c>network_error</c>.</exception>
    /// <exception cref="ClipyardException"><c>scope_missing</c>: they cover nothing; nothing was asked.</exception>
    public Task<UserInfo> GetAsync(AccessToken token, ScopeSet granted, CancellationToken cancellationToken = default)
    {
        var fields = UserFields.CoveredBy(granted);
        return fields.Count > 0
            ? GetAsync(token, fields, cancellationToken)
            : throw new ClipyardException(FailureCatalogue.ScopeMissing, $"Needed: {TikTokScopes.UserInfoBasic}.");
    }

    /// <summary>Reads the named fields, such as those in <see cref="UserFields"/>.</summary>
    /// <exception cref="TikTokApiException"><c>scope_missing</c>, <c>reconnect_needed</c>, <c>tiktok_rejected</c>, <c>rate_limited</c>, <c>network_error</c>.</exception>
    public async Task<UserInfo> GetAsync(
        AccessToken token,
        IReadOnlyList<string> fields,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(fields);
        var path = $"/v2/user/info/?fields={Uri.EscapeDataString(string.Join(',', fields))}";
        var reply = await _calls.SendAsync(HttpMethod.Get, path, token, cancellationToken);
        var payload = reply.Data(AnswerContext.Default.UserDataPayload);
        return payload.User?.ToUserInfo() ?? throw reply.Lacks("user");
    }
}
