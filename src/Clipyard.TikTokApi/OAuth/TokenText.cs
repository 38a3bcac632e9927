using System.Diagnostics.CodeAnalysis;

namespace Clipyard.TikTokApi.OAuth;

/// <summary>What a token may look like. The message of a refusal does not show it.</summary>
internal static class TokenText
{
    private const int MaxLength = 4096;

    public static bool IsValid([NotNullWhen(true)] string? value) =>
        value is { Length: > 0 and <= MaxLength } && value.All(character => character is > ' ' and <= '~');

    public static void ThrowIfInvalid(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (!IsValid(value))
        {
            throw new ArgumentException("A token is printable ASCII without spaces.", nameof(value));
        }
    }
}
