using System.Text.Json;

namespace Clipyard.Server.Accounts.App;

/// <summary>TikTok's code out of an answer's body, as a label that cannot grow without end.</summary>
internal static class AnswerCode
{
    private const int Longest = 64;

    /// <returns>The code; null when the body has none.</returns>
    public static string? Of(ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(body);
        try
        {
            return Find(ref reader) is { } code && IsWord(code) ? code : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // {"error":{"code":"ok"}} of the API, {"error":"invalid_grant"} of OAuth.
    private static string? Find(ref Utf8JsonReader reader)
    {
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            return null;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isError =
                reader.ValueTextEquals("error"u8) || (reader.CurrentDepth == 2 && reader.ValueTextEquals("code"u8));
            reader.Read();
            if (!isError)
            {
                reader.Skip();
            }
            else if (reader.TokenType == JsonTokenType.String)
            {
                return reader.GetString();
            }
            else if (reader.TokenType != JsonTokenType.StartObject)
            {
                return null;
            }
        }

        return null;
    }

    private static bool IsWord(string code) =>
        code.Length is > 0 and <= Longest
        && code.All(character => char.IsAsciiLetterLower(character) || character == '_');
}
