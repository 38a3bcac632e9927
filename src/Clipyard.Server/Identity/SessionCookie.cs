using System.Security.Claims;
using Clipyard.Server.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Clipyard.Server.Identity;

/// <summary>The cookie of a signed-in browser.</summary>
internal sealed class SessionCookie(IOptions<ServerOptions> server)
    : IConfigureNamedOptions<CookieAuthenticationOptions>
{
    public const string SchemeName = "Session";
    public const string CookieName = "clipyard_session";

    /// <summary>How long a session lives without being used.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(14);

    public void Configure(string? name, CookieAuthenticationOptions options)
    {
        if (name != SchemeName)
        {
            return;
        }

        options.Cookie.Name = CookieName;
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        // Behind a proxy that speaks https for us the request itself says http.
        options.Cookie.SecurePolicy =
            server.Value.PublicAddress?.Scheme == Uri.UriSchemeHttps
                ? CookieSecurePolicy.Always
                : CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = Lifetime;
        options.SlidingExpiration = true;
        options.EventsType = typeof(SessionEvents);
    }

    public void Configure(CookieAuthenticationOptions options) => Configure(Options.DefaultName, options);

    /// <summary>Begins a session in the browser that asks.</summary>
    public static Task BeginAsync(HttpContext context, Person person)
    {
        var owner = new Owner(person.Id, person.StorePrefix);
        var caller = new ClaimsPrincipal(CallerIdentity.OfSession(owner, person.Role, person.SecurityStamp ?? ""));
        return context.SignInAsync(SchemeName, caller, new AuthenticationProperties { IsPersistent = true });
    }

    /// <summary>Ends the session of the browser that asks.</summary>
    public static Task EndAsync(HttpContext context) => context.SignOutAsync(SchemeName);
}
