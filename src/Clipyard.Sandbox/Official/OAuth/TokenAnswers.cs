using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Clipyard.Sandbox.Hosting;
using Clipyard.Sandbox.Official.Apps;
using Clipyard.Sandbox.Official.Wire;
using Microsoft.AspNetCore.WebUtilities;

namespace Clipyard.Sandbox.Official.OAuth;

/// <summary><c>/v2/oauth/token/</c> and <c>/v2/oauth/revoke/</c>: forms in, flat objects out.</summary>
internal sealed class TokenAnswers(OfficialState state)
{
    private const int ClientTokenSeconds = 7200;

    public SandboxResponse Token(ApiCall call)
    {
        var form = Form(call);
        var grantType = form("grant_type") ?? throw OAuthRefusalException.Malformed("'grant_type' is missing.");
        if (grantType is not ("authorization_code" or "refresh_token" or "client_credentials"))
        {
            throw new OAuthRefusalException("unsupported_grant_type", "The grant type is not supported.")
            {
                Rule = $"'{grantType}' is no grant type of this endpoint.",
            };
        }

        lock (state.Gate)
        {
            var app = Client(call, form);
            return grantType switch
            {
                "authorization_code" => Exchange(call, app, form),
                "refresh_token" => Refresh(app, form),
                _ => ApiAnswers.Flat(
                    new JsonObject
                    {
                        ["access_token"] = state.Tokens.IssueClientToken(),
                        ["expires_in"] = ClientTokenSeconds,
                        ["token_type"] = "Bearer",
                    }
                ),
            };
        }
    }

    public SandboxResponse Revoke(ApiCall call)
    {
        var form = Form(call);
        lock (state.Gate)
        {
            var app = Client(call, form);
            var token = form("token") ?? throw OAuthRefusalException.Malformed("'token' is missing.");
            var grant = state.Tokens.FindByAccess(token, state.Clock.Now);
            if (grant is null || grant.ClientKey != app.ClientKey)
            {
                throw new OAuthRefusalException("invalid_grant", "Access token is invalid or expired.")
                {
                    Rule = "Revoking takes the access token of this app, while it is valid.",
                };
            }

            state.Disconnect(grant.ClientKey, grant.Username, reason: 5);
            return ApiAnswers.Flat([]);
        }
    }

    private SandboxResponse Exchange(ApiCall call, SandboxApp app, Func<string, string?> form)
    {
        var name = form("code") ?? throw OAuthRefusalException.Malformed("'code' is missing.");
        var redirect = form("redirect_uri") ?? throw OAuthRefusalException.Malformed("'redirect_uri' is missing.");
        var code = state.Tokens.TakeCode(name);
        if (code is null || code.Expires <= state.Clock.Now || code.Grant.ClientKey != app.ClientKey)
        {
            throw new OAuthRefusalException("invalid_grant", "Authorization code is expired.")
            {
                Rule = name.Contains('%', StringComparison.Ordinal)
                    ? "The code was sent without having been decoded."
                    : null,
            };
        }

        if (!string.Equals(redirect, code.RedirectUri, StringComparison.Ordinal))
        {
            throw new OAuthRefusalException(
                "invalid_request",
                "Redirect_uri is not matched with the uri when requesting code."
            )
            {
                Rule = "'redirect_uri' must be the one of the authorize request, byte for byte.",
            };
        }

        CheckVerifier(call, code, form("code_verifier"));
        return Answer(state.Tokens.Issue(code.Grant, state.Settings, state.Clock.Now));
    }

    private SandboxResponse Refresh(SandboxApp app, Func<string, string?> form)
    {
        var token = form("refresh_token") ?? throw OAuthRefusalException.Malformed("'refresh_token' is missing.");
        var grant = state.Tokens.FindByRefresh(token, state.Settings, state.Clock.Now);
        var refused = app.TargetUsers is not null && state.Settings.RefuseSandboxRefresh;
        if (grant is null || grant.ClientKey != app.ClientKey || refused)
        {
            throw new OAuthRefusalException("invalid_grant", "Refresh token is invalid or expired.");
        }

        if (!state.Settings.RotateRefreshTokens)
        {
            return Answer(state.Tokens.Issue(grant, state.Settings, state.Clock.Now, token));
        }

        state.Tokens.EndRefresh(token);
        return Answer(state.Tokens.Issue(grant, state.Settings, state.Clock.Now));
    }

    /// <summary>TikTok hashes as RFC 7636 does, but writes the hash in hexadecimal.</summary>
    private static void CheckVerifier(ApiCall call, AuthorizationCode code, string? verifier)
    {
        if (code.Challenge is null)
        {
            if (verifier is not null)
            {
                call.Note("A 'code_verifier' without a challenge at the authorize request is ignored.");
            }

            return;
        }

        var expected = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(verifier ?? "")));
        if (verifier is null || !string.Equals(expected, code.Challenge, StringComparison.Ordinal))
        {
            throw new OAuthRefusalException("invalid_request", "Code verifier or code challenge is invalid.")
            {
                Rule = "The challenge is the SHA-256 of the verifier in lower-case hexadecimal, not in base64url.",
            };
        }
    }

    private SandboxApp Client(ApiCall call, Func<string, string?> form)
    {
        var key = form("client_key") ?? throw OAuthRefusalException.Malformed("'client_key' is missing.");
        call.Entry.ClientKey = key;
        var secret =
            form("client_secret")
            ?? throw new OAuthRefusalException("invalid_request", "Client secret is missed in request.")
            {
                Rule = "'client_secret' is missing.",
            };
        return state.FindApp(key) is { } app && string.Equals(app.ClientSecret, secret, StringComparison.Ordinal)
            ? app
            : throw new OAuthRefusalException("invalid_client", "Client info is illegal or malformed.")
            {
                Rule = "Client key and secret must be those of one registered app.",
            };
    }

    /// <summary>The form's members by name; an empty one counts as missing.</summary>
    private static Func<string, string?> Form(ApiCall call)
    {
        if (call.Request.ContentType is not "application/x-www-form-urlencoded")
        {
            throw OAuthRefusalException.Malformed(
                $"The body must be sent as application/x-www-form-urlencoded, not as '{call.Request.ContentType}'."
            );
        }

        if (call.Request.Headers.Authorization.Count > 0)
        {
            throw OAuthRefusalException.Malformed("The client's key and secret go into the body, not into a header.");
        }

        var form = QueryHelpers.ParseQuery(Encoding.UTF8.GetString(call.Body));
        return name => form.TryGetValue(name, out var values) && values is [{ Length: > 0 } value] ? value : null;
    }

    /// <summary>Tokens as the endpoint sends them.</summary>
    public static SandboxResponse Answer(IssuedTokens tokens) =>
        ApiAnswers.Flat(
            new JsonObject
            {
                ["access_token"] = tokens.AccessToken,
                ["expires_in"] = (long)tokens.ExpiresIn.TotalSeconds,
                ["open_id"] = tokens.OpenId,
                ["refresh_expires_in"] = (long)tokens.RefreshExpiresIn.TotalSeconds,
                ["refresh_token"] = tokens.RefreshToken,
                ["scope"] = tokens.Scope,
                ["token_type"] = "Bearer",
            }
        );
}
