using Clipyard.TikTokApi.Json;

namespace Clipyard.TikTokApi.OAuth;

/// <summary>Connects accounts: consent, tokens, refresh, revocation.</summary>
public sealed class OAuthClient
{
    private static readonly TimeSpan AccessTokenLife = TimeSpan.FromHours(24);
    private static readonly TimeSpan RefreshTokenLife = TimeSpan.FromDays(365);

    private readonly ApiCalls _calls;
    private readonly TikTokApiOptions _options;
    private readonly TimeProvider _time;

    internal OAuthClient(ApiCalls calls, TikTokApiOptions options, TimeProvider time)
    {
        _calls = calls;
        _options = options;
        _time = time;
    }

    /// <summary>Makes the address of the consent page, with a new state and a new verifier. Asks nothing yet.</summary>
    /// <exception cref="ClipyardException"><c>invalid_parameter</c>: TikTok would refuse the redirect address, or no scope is named.</exception>
    public Authorization Begin(AuthorizationRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        RedirectRules.ThrowIfInvalid(request.RedirectUri);
        if (request.Scopes.Count == 0)
        {
            throw new ClipyardException(FailureCatalogue.InvalidParameter, "At least one scope must be asked for.");
        }

        var state = AuthorizationState.New();
        var needsVerifier = request.Pkce == PkceUse.Always || RedirectRules.IsLoopback(request.RedirectUri);
        PkceVerifier? verifier = needsVerifier ? PkceVerifier.New() : null;
        var address = new UriBuilder(_options.AuthorizeAddress) { Query = Query(request, state, verifier) }.Uri;
        return new Authorization(address, state, verifier, request.RedirectUri);
    }

    /// <summary>Exchanges the code of a callback for tokens. Once: a code is used up by the attempt.</summary>
    /// <param name="code">From <see cref="AuthorizationCallback.TakeCode"/>.</param>
    /// <param name="redirectUri">The one that the consent was asked with.</param>
    /// <param name="verifier">That of the <see cref="Authorization"/>, if it had one.</param>
    /// <param name="cancellationToken">Stops waiting; the code may be used up all the same.</param>
    /// <exception cref="TikTokApiException">
    /// <c>reconnect_needed</c>: the code is used, too old or another app's. <c>app_credentials_invalid</c>.
    /// <c>tiktok_rejected</c>: the verifier or the redirect address is not the one of the consent. <c>network_error</c>.
    /// </exception>
    public async Task<TokenSet> ExchangeAsync(
        string code,
        Uri redirectUri,
        PkceVerifier? verifier = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentException.ThrowIfNullOrEmpty(code);
        ArgumentNullException.ThrowIfNull(redirectUri);
        List<(string, string)> form =
        [
            .. Credentials,
            ("code", code),
            ("grant_type", "authorization_code"),
            ("redirect_uri", redirectUri.OriginalString),
        ];
        if (verifier is { } given)
        {
            form.Add(("code_verifier", given.Value));
        }

        return await AskForTokensAsync(form, cancellationToken);
    }

    /// <summary>Gets the next tokens. Once at a time per account: TikTok may end the old refresh token.</summary>
    /// <param name="refreshToken">The newest one of the account.</param>
    /// <param name="cancellationToken">Stops waiting; the old refresh token may be used up all the same.</param>
    /// <exception cref="TikTokApiException">
    /// <c>reconnect_needed</c>: it is no longer good; look whether somebody else has refreshed meanwhile.
    /// <c>app_credentials_invalid</c>, <c>network_error</c>.
    /// </exception>
    public async Task<TokenSet> RefreshAsync(
        RefreshToken refreshToken,
        CancellationToken cancellationToken = default
    ) =>
        await AskForTokensAsync(
            [.. Credentials, ("grant_type", "refresh_token"), ("refresh_token", refreshToken.Value)],
            cancellationToken
        );

    /// <summary>Gives the access back: both tokens of the account end.</summary>
    /// <exception cref="TikTokApiException"><c>reconnect_needed</c>: it has ended already. <c>network_error</c>.</exception>
    public async Task RevokeAsync(AccessToken accessToken, CancellationToken cancellationToken = default) =>
        await _calls.PostFormAsync(
            "/v2/oauth/revoke/",
            [.. Credentials, ("token", accessToken.Value)],
            cancellationToken
        );

    private IEnumerable<(string Name, string Value)> Credentials =>
        [("client_key", _options.ClientKey), ("client_secret", _options.ClientSecret)];

    private async Task<TokenSet> AskForTokensAsync(
        IReadOnlyList<(string Name, string Value)> form,
        CancellationToken cancellationToken
    )
    {
        var reply = await _calls.PostFormAsync("/v2/oauth/token/", form, cancellationToken);
        var payload = reply.Root(AnswerContext.Default.TokenPayload);
        if (!TokenText.IsValid(payload.AccessToken) || !TokenText.IsValid(payload.RefreshToken))
        {
            throw reply.Lacks("usable tokens");
        }

        var now = _time.GetUtcNow();
        return new TokenSet
        {
            OpenId = payload.OpenId is { Length: > 0 } openId ? openId : throw reply.Lacks("open_id"),
            Scopes = ScopeSet.Parse(payload.Scope),
            AccessToken = new AccessToken(payload.AccessToken),
            AccessTokenExpiresAt = now + Life(payload.ExpiresIn, AccessTokenLife),
            RefreshToken = new RefreshToken(payload.RefreshToken),
            RefreshTokenExpiresAt = now + Life(payload.RefreshExpiresIn, RefreshTokenLife),
        };
    }

    private static TimeSpan Life(long? seconds, TimeSpan documented) =>
        seconds is > 0 and < int.MaxValue ? TimeSpan.FromSeconds(seconds.Value) : documented;

    private string Query(AuthorizationRequest request, string state, PkceVerifier? verifier)
    {
        List<(string Name, string Value)> members =
        [
            ("client_key", _options.ClientKey),
            ("response_type", "code"),
            ("scope", request.Scopes.ToString()),
            ("redirect_uri", request.RedirectUri.OriginalString),
            ("state", state),
            ("disable_auto_auth", request.AlwaysAsk ? "1" : "0"),
        ];
        if (verifier is { } given)
        {
            members.Add(("code_challenge", given.Challenge));
            members.Add(("code_challenge_method", "S256"));
        }

        return string.Join('&', members.Select(member => $"{member.Name}={Uri.EscapeDataString(member.Value)}"));
    }
}
