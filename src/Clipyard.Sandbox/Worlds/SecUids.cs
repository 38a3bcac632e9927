using System.Security.Cryptography;
using System.Text;

namespace Clipyard.Sandbox.Worlds;

/// <summary>Account keys as TikTok's look: <c>MS4wLjABAAAA</c> and 64 more characters.</summary>
internal static class SecUids
{
    public static string For(string username)
    {
        var hash = SHA512.HashData(Encoding.UTF8.GetBytes("secuid|" + username));
        var text = Convert.ToBase64String(hash, 0, 48).Replace('+', '-').Replace('/', '_');
        return "MS4wLjABAAAA" + text;
    }
}
