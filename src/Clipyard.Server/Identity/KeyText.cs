using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Clipyard.Server.Identity;

/// <summary>What keys and made passwords look like.</summary>
internal static class KeyText
{
    /// <summary>What every key begins with, so that scanners for leaked secrets can find it.</summary>
    public const string Mark = "cyk_";

    public const KeyScopes AllScopes =
        KeyScopes.Read
        | KeyScopes.Archive
        | KeyScopes.Draft
        | KeyScopes.Publish
        | KeyScopes.Approve
        | KeyScopes.Tasks
        | KeyScopes.Admin;

    /// <summary>A new key of 256 random bits.</summary>
    public static string NewKey() => Mark + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>A new password of 116 random bits in groups that people can type.</summary>
    public static string NewPassword() =>
        string.Join(
            '-',
            Enumerable
                .Range(0, 5)
                .Select(_ =>
                    RandomNumberGenerator.GetString("abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789", 4)
                )
        );

    /// <summary>The characters that may be shown.</summary>
    public static string PrefixOf(string key) => key[..12];

    /// <summary>What is kept of a key.</summary>
    public static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
