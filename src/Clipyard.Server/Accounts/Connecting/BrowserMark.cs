using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Clipyard.Server.Api;
using Microsoft.AspNetCore.Http;

namespace Clipyard.Server.Accounts.Connecting;

/// <summary>
/// A cookie by which the browser that began is known again: otherwise somebody could send another person's browser, or
/// another person's TikTok account, to the end of a connection that they began themselves.
/// </summary>
internal sealed class BrowserMark(IPublicAddress address)
{
    public const string CookieName = "clipyard_connecting";

    /// <summary>How long an attempt may take, from the consent page back to us.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    private const int RandomBytes = 32;
    private const int TextLength = 43;

    /// <summary>The browser's mark: the one it has, so that two tabs may connect side by side, or a new one.</summary>
    public static string Of(HttpContext context) =>
        Read(context) ?? Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(RandomBytes));

    /// <summary>Lets the browser keep its mark for as long as an attempt may take.</summary>
    public void Put(HttpContext context, string mark) =>
        context.Response.Cookies.Append(
            CookieName,
            mark,
            new CookieOptions
            {
                HttpOnly = true,
                // Lax: TikTok's page leads back here, and the cookie has to come along.
                SameSite = SameSiteMode.Lax,
                Secure = address.Base.Scheme == Uri.UriSchemeHttps,
                MaxAge = Lifetime,
                Path = "/",
                IsEssential = true,
            }
        );

    /// <summary>The mark that came with a request; null without one.</summary>
    public static string? Read(HttpContext context) =>
        context.Request.Cookies[CookieName] is { Length: TextLength } mark && Base64Url.IsValid(mark) ? mark : null;

    public static byte[] Hash(string mark) => SHA256.HashData(Encoding.UTF8.GetBytes(mark));

    /// <summary>Whether a mark is the one of a hash; never without a hash.</summary>
    public static bool Fits(byte[]? hash, string? mark) =>
        hash is not null && mark is not null && CryptographicOperations.FixedTimeEquals(hash, Hash(mark));
}
