using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace Clipyard.Server.Automation.Feeds;

/// <summary>Makes, seals and opens what stands in a feed's address.</summary>
internal sealed class FeedToken(IDataProtectionProvider protection)
{
    private const int RandomBytes = 32;

    private readonly IDataProtector _root = protection.CreateProtector("Clipyard.Feeds");

    /// <summary>How a token is found.</summary>
    public static string HashOf(string token) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    /// <summary>Gives a feed a new token; the one before opens nothing any more.</summary>
    public void Renew(StudentFeed feed, DateTimeOffset now)
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(RandomBytes));
        feed.TokenHash = HashOf(token);
        feed.SealedToken = ProtectorOf(feed).Protect(token);
        feed.RotatedAt = now;
    }

    /// <summary>The feed's token; null when the keys that sealed it are lost.</summary>
    public string? Open(StudentFeed feed)
    {
        try
        {
            return ProtectorOf(feed).Unprotect(feed.SealedToken);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    // What was sealed for one row opens in that row only.
    private IDataProtector ProtectorOf(StudentFeed feed) => _root.CreateProtector(feed.Id.ToString("N"));
}
