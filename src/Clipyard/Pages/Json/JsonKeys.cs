namespace Clipyard.Pages.Json;

/// <summary>Finds a member inside a large JSON text without reading what stands before it.</summary>
internal static class JsonKeys
{
    /// <summary>Whether the quote at this place opens a member's name, and if so, where its value begins.</summary>
    /// <param name="json">The text.</param>
    /// <param name="quote">Where the name's opening quote stands.</param>
    /// <param name="nameLength">The name's length without its quotes.</param>
    /// <param name="value">Where the value begins.</param>
    public static bool IsKey(ReadOnlySpan<byte> json, int quote, int nameLength, out int value)
    {
        value = quote + nameLength + 2;
        // A backslash before it: the name is quoted inside a text, such as a caption.
        if (quote > 0 && json[quote - 1] == '\\')
        {
            return false;
        }

        var rest = json[Math.Min(value, json.Length)..].TrimStart(" \t\r\n"u8);
        if (rest is not [(byte)':', ..])
        {
            return false;
        }

        value = json.Length - rest[1..].TrimStart(" \t\r\n"u8).Length;
        return true;
    }
}
