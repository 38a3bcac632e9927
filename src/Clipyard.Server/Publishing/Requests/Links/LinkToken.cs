using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Clipyard.Server.Publishing.Requests.Links;

/// <summary>What stands in a link's address. Only its hash is kept.</summary>
internal static class LinkToken
{
    private const int RandomBytes = 32;

    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(RandomBytes));

    public static byte[] HashOf(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
