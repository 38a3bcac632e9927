using Microsoft.AspNetCore.Http;

namespace Clipyard.Server.Identity;

/// <summary>Chooses how a caller is recognised. With a key the cookie is ignored, also when the key is wrong.</summary>
internal static class CallerScheme
{
    public const string SchemeName = "Caller";

    public static string Choose(HttpContext context)
    {
        if (GivenKey.Of(context) is not null)
        {
            return ApiKeyAuthentication.SchemeName;
        }

        // Without either the key scheme answers: it knows no cookie to renew.
        return context.Request.Cookies.ContainsKey(SessionCookie.CookieName)
            ? SessionCookie.SchemeName
            : ApiKeyAuthentication.SchemeName;
    }
}
