using System.Security.Claims;
using Clipyard.Server.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;

namespace Clipyard.Server.Identity;

/// <summary>
/// Holds every session against its person's row: a changed password, a sign-out everywhere and a changed role count at
/// once. And answers as an interface does, without redirects.
/// </summary>
internal sealed class SessionEvents(ClipyardDb db, Refusals refusals) : CookieAuthenticationEvents
{
    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        var stamp = context.Principal?.FindFirst(CallerIdentity.StampClaim)?.Value;
        var id = context.Principal is { } principal ? CallerIdentity.OwnerOf(principal)?.Id : null;
        var person = await db
            .Users.AsNoTracking()
            .Where(person => person.Id == id)
            .Select(person => new
            {
                person.Id,
                person.StorePrefix,
                person.Role,
                person.SecurityStamp,
            })
            .SingleOrDefaultAsync(context.HttpContext.RequestAborted);
        if (person?.SecurityStamp is not { } present || present != stamp)
        {
            context.RejectPrincipal();
            return;
        }

        var owner = new Owner(person.Id, person.StorePrefix);
        context.ReplacePrincipal(new ClaimsPrincipal(CallerIdentity.OfSession(owner, person.Role, present)));
    }

    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context) =>
        throw refusals.Unauthenticated(context.HttpContext, reason: null);

    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context) =>
        throw Refusals.Forbidden(context.HttpContext);
}
