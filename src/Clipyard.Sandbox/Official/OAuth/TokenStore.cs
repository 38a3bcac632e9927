using System.Globalization;
using Clipyard.Sandbox.Worlds;

namespace Clipyard.Sandbox.Official.OAuth;

/// <summary>Codes, tokens and consents. Whoever uses it holds the gate of <see cref="OfficialState"/>.</summary>
internal sealed class TokenStore(Sampler sampler)
{
    private readonly Dictionary<string, AuthorizationCode> _codes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (Grant Grant, DateTimeOffset Expires)> _access = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Grant> _refresh = new(StringComparer.Ordinal);
    private readonly List<Grant> _grants = [];
    private long _last;

    public IEnumerable<Grant> Grants => _grants.Where(grant => !grant.Revoked);

    public Grant AddGrant(string clientKey, string username, IReadOnlyList<string> scopes, DateTimeOffset now)
    {
        var grant = new Grant
        {
            ClientKey = clientKey,
            Username = username,
            OpenId = OpenId(clientKey, username),
            Scopes = scopes,
            GivenAt = now,
        };
        _grants.Add(grant);
        return grant;
    }

    /// <summary>The documented sample has this tail: it is there to see who forgets to decode it.</summary>
    public string AddCode(AuthorizationCode code)
    {
        var name = Secret("code", 40) + "*0!6410";
        _codes[name] = code;
        return name;
    }

    /// <summary>Takes a code: it is good for one exchange.</summary>
    public AuthorizationCode? TakeCode(string code) => _codes.Remove(code, out var known) ? known : null;

    public IssuedTokens Issue(Grant grant, OfficialSettings settings, DateTimeOffset now, string? refreshToken = null)
    {
        var access = $"act.{Secret("access", 48)}!{Secret("tail", 4)}.s1";
        var refresh = refreshToken ?? $"rft.{Secret("refresh", 48)}!{Secret("tail", 4)}.s1";
        _access[access] = (grant, now + settings.AccessTokenLife);
        _refresh[refresh] = grant;
        return new IssuedTokens(
            grant.OpenId,
            access,
            refresh,
            grant.ScopeText,
            settings.AccessTokenLife,
            grant.GivenAt + settings.RefreshTokenLife - now
        );
    }

    public string IssueClientToken() => $"clt.{Secret("client", 48)}.s1";

    /// <summary>The consent behind an access token that still holds.</summary>
    public Grant? FindByAccess(string? token, DateTimeOffset now) =>
        token is not null && _access.TryGetValue(token, out var known) && !known.Grant.Revoked && now < known.Expires
            ? known.Grant
            : null;

    /// <summary>The consent behind a refresh token that still holds.</summary>
    public Grant? FindByRefresh(string token, OfficialSettings settings, DateTimeOffset now) =>
        _refresh.TryGetValue(token, out var grant) && !grant.Revoked && now < grant.GivenAt + settings.RefreshTokenLife
            ? grant
            : null;

    public void EndRefresh(string token) => _refresh.Remove(token);

    /// <summary>Ends every consent of an account for an app.</summary>
    /// <returns>Whether there was one.</returns>
    public bool Revoke(string clientKey, string username)
    {
        var ended = false;
        foreach (var grant in Grants.Where(grant => grant.ClientKey == clientKey && Is(grant.Username, username)))
        {
            grant.Revoked = true;
            ended = true;
        }

        return ended;
    }

    public void Clear()
    {
        _codes.Clear();
        _access.Clear();
        _refresh.Clear();
        _grants.Clear();
    }

    /// <summary>The id of an account within an app, in the form of recorded ones.</summary>
    public string OpenId(string clientKey, string username)
    {
        var hash = sampler.Bytes($"open-id/{clientKey}/{username.ToLowerInvariant()}");
        return "-000" + Convert.ToBase64String(hash)[..32].Replace('+', '-').Replace('/', '_');
    }

    /// <summary>The id of an account within all apps of one developer.</summary>
    public string UnionId(string username)
    {
        var hex = sampler.Hex("union-id/" + username.ToLowerInvariant());
        return $"{hex[..8]}-{hex[8..12]}-5{hex[13..16]}-8{hex[17..20]}-{hex[20..32]}";
    }

    private string Secret(string kind, int length)
    {
        var number = (++_last).ToString(CultureInfo.InvariantCulture);
        var text = Convert.ToBase64String([
            .. sampler.Bytes($"{kind}/{number}/a"),
            .. sampler.Bytes($"{kind}/{number}/b"),
        ]);
        return text.Replace('+', 'p').Replace('/', 's')[..length];
    }

    private static bool Is(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
