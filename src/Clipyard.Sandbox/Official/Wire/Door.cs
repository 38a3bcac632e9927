using Clipyard.Sandbox.Official.OAuth;

namespace Clipyard.Sandbox.Official.Wire;

/// <summary>What every call passes first, in this order: token, scope, rate. The caller holds the gate.</summary>
internal sealed class Door(OfficialState state, TokenRates rates)
{
    private const string Scheme = "Bearer ";

    /// <summary>Lets a call in that has one of these scopes.</summary>
    /// <exception cref="ApiRefusalException">It may not come in.</exception>
    public Caller Enter(ApiCall call, params ReadOnlySpan<string> scopes)
    {
        var grant = Identify(call);
        var allowed = scopes.Length == 0;
        foreach (var scope in scopes)
        {
            allowed |= grant.Allows(scope);
        }

        if (!allowed)
        {
            throw ApiRefusalException.ScopeNotAuthorized($"The call needs {string.Join(" or ", scopes.ToArray())}.");
        }

        var who = $"{grant.ClientKey}/{grant.OpenId}";
        if (!rates.Count(call.Endpoint, who, state.Settings.BurstPerSecond, state.Clock.Now))
        {
            throw new ApiRefusalException(429, "rate_limit_exceeded", "The API rate limit was exceeded.");
        }

        if (state.FindApp(grant.ClientKey) is not { } app || state.World.FindCreator(grant.Username) is not { } creator)
        {
            throw ApiRefusalException.InvalidToken();
        }

        return new Caller(grant, app, creator);
    }

    /// <summary>The access token of a request; null without one.</summary>
    public static string? TokenOf(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        return header.StartsWith(Scheme, StringComparison.Ordinal) ? header[Scheme.Length..] : null;
    }

    private Grant Identify(ApiCall call)
    {
        var grant =
            state.Tokens.FindByAccess(TokenOf(call.Request), state.Clock.Now)
            ?? throw ApiRefusalException.InvalidToken();
        call.IsFrom(grant);
        return grant;
    }
}
