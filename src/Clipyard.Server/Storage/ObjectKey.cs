using System.Text;
using Clipyard.Failures;

namespace Clipyard.Server.Storage;

/// <summary>What an object's key may be: a relative path of <c>/</c>-separated names, none of them a way out.</summary>
internal static class ObjectKey
{
    /// <summary>The longest key, in bytes of UTF-8.</summary>
    public const int MaxBytes = 512;

    /// <summary>Where the owners' own prefixes begin; the first owner's objects lie beside it.</summary>
    public const string OwnersPrefix = "owners/";

    /// <summary>Where the files of posts lie that have not ended, below each owner's prefix: no part of the archive.</summary>
    public const string StagedFolder = "staged/";

    private static readonly UTF8Encoding Strict = new(
        encoderShouldEmitUTF8Identifier: false,
        throwOnInvalidBytes: true
    );

    /// <summary>Whether a text can be the key of an object.</summary>
    public static bool IsValid(string key) =>
        key.Length is > 0 and <= MaxBytes
        && !key.Any(char.IsControl)
        && HasValidLength(key)
        && key.Split('/').All(name => name is not ("" or "." or ".."));

    /// <exception cref="ClipyardException"><c>invalid_parameter</c>.</exception>
    public static void Check(string key)
    {
        if (!IsValid(key))
        {
            throw new ClipyardException(
                FailureCatalogue.InvalidParameter,
                "An object's key is a relative path without empty names, '.', '..' and control characters, "
                    + $"at most {MaxBytes} bytes long."
            );
        }
    }

    /// <summary>The key as part of an address: everything but the separators is escaped.</summary>
    public static string Escape(string key) => string.Join('/', key.Split('/').Select(Uri.EscapeDataString));

    /// <summary>What follows the last separator.</summary>
    public static string NameOf(string key) => key[(key.LastIndexOf('/') + 1)..];

    private static bool HasValidLength(string key)
    {
        try
        {
            return Strict.GetByteCount(key) <= MaxBytes;
        }
        catch (EncoderFallbackException)
        {
            return false; // half a surrogate pair has no bytes
        }
    }
}
