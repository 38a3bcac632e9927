using System.Security.Claims;
using System.Text.Encodings.Web;
using Clipyard.Server.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Clipyard.Server.Identity;

/// <summary>Recognises a caller by <c>Authorization: Bearer KEY</c> or <c>X-API-Key: KEY</c>.</summary>
internal sealed class ApiKeyAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logger,
    UrlEncoder encoder,
    ClipyardDb db,
    TimeProvider time
) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "ApiKey";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (FindKey(Request) is not { } text)
        {
            return AuthenticateResult.NoResult();
        }

        var hash = KeyText.Hash(text);
        var now = time.GetUtcNow();
        var found = await (
            from key in db.ApiKeys.IgnoreQueryFilters(QueryFilters.OwnerOnly)
            join person in db.Users on key.OwnerId equals person.Id
            where key.Hash == hash
            select new
            {
                Key = key,
                person.StorePrefix,
                person.Role,
            }
        )
            .AsNoTracking()
            .SingleOrDefaultAsync(Context.RequestAborted);
        if (found is null || found.Key.RevokedAt <= now || found.Key.ExpiresAt <= now)
        {
            return AuthenticateResult.Fail("The key is unknown, expired or revoked.");
        }

        var identity = CallerIdentity.OfKey(found.Key, new Owner(found.Key.OwnerId, found.StorePrefix), SchemeName);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), SchemeName));
    }

    private static string? FindKey(HttpRequest request)
    {
        var authorization = request.Headers.Authorization.ToString();
        if (authorization.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase))
        {
            return authorization["Bearer ".Length..].Trim();
        }

        var header = request.Headers["X-API-Key"].ToString();
        return header.Length > 0 ? header : null;
    }
}
