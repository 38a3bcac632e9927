using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Clipyard.TikTokApi.Webhooks;

/// <summary>The <c>TikTok-Signature</c> header: <c>t=UNIX SECONDS,s=HEX</c>, the HMAC-SHA256 of <c>t.BODY</c>.</summary>
public sealed class WebhookSignature
{
    private readonly string _timeText;
    private readonly byte[] _hash;

    private WebhookSignature(string timeText, long seconds, byte[] hash)
    {
        _timeText = timeText;
        _hash = hash;
        SignedAt = DateTimeOffset.FromUnixTimeSeconds(seconds);
    }

    /// <summary>The header's name.</summary>
    public const string HeaderName = "TikTok-Signature";

    /// <summary>When it says it was signed.</summary>
    public DateTimeOffset SignedAt { get; }

    /// <summary>Reads the header's value.</summary>
    /// <returns>False when it has not TikTok's form.</returns>
    public static bool TryParse(string? header, [NotNullWhen(true)] out WebhookSignature? signature)
    {
        signature = null;
        var (time, hash) = (Member(header, 't'), Member(header, 's'));
        if (
            time is null
            || !long.TryParse(time, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            || seconds > DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            || hash?.Length != 2 * SHA256.HashSizeInBytes
            || !hash.All(char.IsAsciiHexDigit)
        )
        {
            return false;
        }

        signature = new WebhookSignature(time, seconds, Convert.FromHexString(hash));
        return true;
    }

    /// <summary>Whether it signs these bytes, exactly as they were received. Compared in constant time.</summary>
    public bool Signs(ReadOnlySpan<byte> body, string clientSecret)
    {
        ArgumentNullException.ThrowIfNull(clientSecret);
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(clientSecret));
        hmac.AppendData(Encoding.ASCII.GetBytes(_timeText + "."));
        hmac.AppendData(body);
        return CryptographicOperations.FixedTimeEquals(hmac.GetHashAndReset(), _hash);
    }

    private static string? Member(string? header, char name) =>
        (header ?? "")
            .Split(',', StringSplitOptions.TrimEntries)
            .Where(part => part.Length > 2 && part[0] == name && part[1] == '=')
            .Select(part => part[2..])
            .FirstOrDefault();
}
