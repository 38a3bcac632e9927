using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Clipyard.Pages;

/// <summary>
/// The puzzle: the number that makes SHA-256 of <c>v.a</c> with its decimal digits behind equal to <c>v.c</c>.
/// </summary>
internal sealed class ChallengePuzzle
{
    /// <summary>Where other programs stop, too. The one that was captured is solved by 10.</summary>
    private const int Limit = 1_000_000;

    private const int MaxDigits = 10;

    /// <summary>The captured one has 48 bytes; each try hashes them all.</summary>
    private const int LongestPrefix = 1024;

    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly JsonElement _whole;
    private readonly byte[] _prefix;
    private readonly byte[] _goal;

    private ChallengePuzzle(JsonElement whole, byte[] prefix, byte[] goal)
    {
        _whole = whole;
        _prefix = prefix;
        _goal = goal;
    }

    /// <summary>Reads the puzzle: Base64, which TikTok leaves unpadded, of JSON.</summary>
    /// <returns>The puzzle; null when it is malformed.</returns>
    public static ChallengePuzzle? Read(string base64)
    {
        var padded = base64.PadRight((base64.Length + 3) / 4 * 4, '=');
        var json = new byte[padded.Length];
        if (!Convert.TryFromBase64String(padded, json, out var length))
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(json.AsMemory(0, length));
            return
                document.RootElement.ValueKind is JsonValueKind.Object
                && document.RootElement.TryGetProperty("v"u8, out var values)
                && values.ValueKind is JsonValueKind.Object
                && BytesOf(values, "a"u8) is { Length: <= LongestPrefix } prefix
                && BytesOf(values, "c"u8) is { Length: SHA256.HashSizeInBytes } goal
                ? new ChallengePuzzle(document.RootElement.Clone(), prefix, goal)
                : null;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Counts up from zero.</summary>
    /// <returns>The number; null when there is none below the limit.</returns>
    public int? Solve(CancellationToken cancellationToken)
    {
        var text = new byte[_prefix.Length + MaxDigits];
        _prefix.CopyTo(text, 0);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];

        for (var number = 0; number <= Limit; number++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            number.TryFormat(text.AsSpan(_prefix.Length), out var digits, provider: CultureInfo.InvariantCulture);
            SHA256.HashData(text.AsSpan(0, _prefix.Length + digits), hash);
            if (hash.SequenceEqual(_goal))
            {
                return number;
            }
        }

        return null;
    }

    /// <summary>The puzzle itself, its members in their order, with the solution behind them as <c>d</c>.</summary>
    public string Answer(int solution)
    {
        var json = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(json, Compact))
        {
            writer.WriteStartObject();
            foreach (var member in _whole.EnumerateObject())
            {
                member.WriteTo(writer);
            }

            writer.WriteBase64String("d"u8, Encoding.ASCII.GetBytes($"{solution}"));
            writer.WriteEndObject();
        }

        return Convert.ToBase64String(json.WrittenSpan);
    }

    private static byte[]? BytesOf(JsonElement parent, ReadOnlySpan<byte> name) =>
        parent.TryGetProperty(name, out var member)
        && member.ValueKind is JsonValueKind.String
        && member.TryGetBytesFromBase64(out var bytes)
            ? bytes
            : null;
}
