using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Clipyard.Server.Publishing.Sending;

/// <summary>What stands in an attempt's pull address: a capability for its files, for as long as it is live. Stored as a hash.</summary>
/// <param name="Text">The secret itself; known to TikTok and to the step that made it.</param>
/// <param name="Hash">What is stored.</param>
internal sealed record PullToken(string Text, string Hash)
{
    private const int RandomBytes = 32;

    public static PullToken New()
    {
        var text = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(RandomBytes));
        return new PullToken(text, HashOf(text));
    }

    public static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    public override string ToString() => "pull token";
}
