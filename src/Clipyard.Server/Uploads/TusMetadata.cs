using System.Text;
using Clipyard.Failures;

namespace Clipyard.Server.Uploads;

/// <summary>What the sender says of a file: <c>Upload-Metadata</c>.</summary>
/// <param name="Text">As given; null when nothing was.</param>
/// <param name="FileName">The name in it, without folders; null when there is none.</param>
internal sealed record TusMetadata(string? Text, string? FileName)
{
    public const int Longest = 4_096;
    public const int LongestName = 255;

    private static readonly TusMetadata None = new(Text: null, FileName: null);

    /// <summary>What is said of a file whose name alone is known.</summary>
    public static TusMetadata Named(string? fileName) => None with { FileName = Tidy(fileName) };

    /// <summary>Reads the header: pairs of a key and a value in Base64, with commas between.</summary>
    /// <exception cref="ClipyardException"><c>invalid_parameter</c>.</exception>
    public static TusMetadata Parse(string? header)
    {
        if (string.IsNullOrWhiteSpace(header))
        {
            return None;
        }

        if (header.Length > Longest)
        {
            throw Refuse($"It is longer than {Longest} characters.");
        }

        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in header.Split(',', StringSplitOptions.TrimEntries))
        {
            var parts = pair.Split(' ');
            if (parts is not ([{ Length: > 0 }] or [{ Length: > 0 }, _]))
            {
                throw Refuse("It must be 'key value' pairs with commas between, the values in Base64.");
            }

            if (!values.TryAdd(parts[0], Decode(parts.ElementAtOrDefault(1) ?? "")))
            {
                throw Refuse("It names a key twice.");
            }
        }

        return new TusMetadata(header, Tidy(values.GetValueOrDefault("filename")));
    }

    private static string Decode(string base64)
    {
        var bytes = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, bytes, out var count)
            ? Encoding.UTF8.GetString(bytes, 0, count)
            : throw Refuse("A value in it is no Base64.");
    }

    // A name to show, never one to store under; browsers of old send whole paths.
    private static string? Tidy(string? name)
    {
        var last = name?.Split('/', '\\')[^1].Trim() ?? "";
        var shown = string.Concat(last.Where(c => !char.IsControl(c)));
        return shown.Length switch
        {
            0 => null,
            > LongestName => shown[..LongestName],
            _ => shown,
        };
    }

    private static ClipyardException Refuse(string reason) =>
        new(FailureCatalogue.InvalidParameter, $"Upload-Metadata: {reason}");
}
