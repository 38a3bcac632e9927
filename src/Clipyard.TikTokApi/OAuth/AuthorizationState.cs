using System.Security.Cryptography;
using System.Text;

namespace Clipyard.TikTokApi.OAuth;

/// <summary>The value that ties what the consent page sends back to the person who was sent there.</summary>
public static class AuthorizationState
{
    private const int RandomBytes = 32;

    /// <summary>Makes one that nobody can guess: 64 hexadecimal digits. Keep it where only that browser leads.</summary>
    public static string New() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(RandomBytes));

    /// <summary>Compares two in constant time. None is like null.</summary>
    public static bool AreEqual(string? expected, string? actual) =>
        expected is not null
        && actual is not null
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(actual));
}
