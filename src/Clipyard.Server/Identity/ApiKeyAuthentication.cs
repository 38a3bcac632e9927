using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Clipyard.Server.Identity;

/// <summary>Recognises a caller by <c>Authorization: Bearer KEY</c> or <c>X-API-Key: KEY</c>.</summary>
internal sealed class ApiKeyAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logger,
    UrlEncoder encoder,
    KeyDirectory keys,
    KeyUses uses,
    Refusals refusals
) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "ApiKey";

    // An address is remembered by proxies and histories, so a key in one may do little.
    private const KeyScopes AllowedInQuery = KeyScopes.Read | KeyScopes.Draft;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (GivenKey.Of(Context) is not { } given)
        {
            return AuthenticateResult.NoResult();
        }

        if (given.InQuery && Context.GetEndpoint()?.Metadata.GetMetadata<AllowKeyInQueryAttribute>() is null)
        {
            return AuthenticateResult.Fail("This route accepts no key in its address: pass it in a header.");
        }

        var key = await keys.FindAsync(given.Text, Context.RequestAborted);
        if (key is null)
        {
            return AuthenticateResult.Fail("There is no such key.");
        }

        if (Fault(key, given) is { } fault)
        {
            return AuthenticateResult.Fail(fault);
        }

        uses.Note(key.Id);
        var scopes = given.InQuery ? key.Scopes & AllowedInQuery : key.Scopes;
        var caller = new ClaimsPrincipal(CallerIdentity.OfKey(key, scopes));
        return AuthenticateResult.Success(new AuthenticationTicket(caller, Scheme.Name));
    }

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        var result = await HandleAuthenticateOnceSafeAsync();
        throw refusals.Unauthenticated(Context, result.Failure?.Message);
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        throw Refusals.Forbidden(Context);

    private string? Fault(KnownKey key, GivenKey given)
    {
        if (key.RevokedAt is { } revoked)
        {
            return $"This key was revoked on {revoked:u}.";
        }

        if (key.ExpiresAt is { } expired && expired <= TimeProvider.GetUtcNow())
        {
            return $"This key ended on {expired:u}.";
        }

        return given.InQuery && !key.AllowInQuery
            ? "This key may not stand in an address: pass it in a header, or make one with allow_in_query."
            : null;
    }
}
