using System.Text.Encodings.Web;
using System.Text.Json;

namespace Clipyard.Cli.Documents;

/// <summary>Writes documents as people and programs read them: letters as letters, one line, or indented in files.</summary>
internal static class JsonLine
{
    private static readonly CliJsonContext Compact = new(Options(indented: false));

    public static string Of(InfoDocument document) => JsonSerializer.Serialize(document, Compact.InfoDocument);

    public static string Of(FailedDocument document) => JsonSerializer.Serialize(document, Compact.FailedDocument);

    public static string Of(DownloadDocument document) => JsonSerializer.Serialize(document, Compact.DownloadDocument);

    public static string Of(CheckDocument document) => JsonSerializer.Serialize(document, Compact.CheckDocument);

    /// <summary>The same, over several lines, as UTF-8.</summary>
    public static byte[] Indented(InfoDocument document) =>
        JsonSerializer.SerializeToUtf8Bytes(document, new CliJsonContext(Options(indented: true)).InfoDocument);

    // The output is no HTML, so captions keep their letters; emoji, line separators and control characters are escaped still.
    private static JsonSerializerOptions Options(bool indented) =>
        new()
        {
            PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            WriteIndented = indented,
        };
}
