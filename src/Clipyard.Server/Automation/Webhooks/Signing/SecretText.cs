using System.Security.Cryptography;

namespace Clipyard.Server.Automation.Webhooks.Signing;

/// <summary>A signing secret as receivers are given it: <c>whsec_</c> and base64.</summary>
internal static class SecretText
{
    private const string Prefix = "whsec_";
    private const int Bytes = 32; // Standard Webhooks: 24 to 64

    /// <summary>A new one.</summary>
    public static string New() => Prefix + Convert.ToBase64String(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>What is signed with.</summary>
    public static byte[] KeyOf(string secret) => Convert.FromBase64String(secret[Prefix.Length..]);
}
