using System.Text.Encodings.Web;
using System.Text.Json;
using Clipyard.Client.Publishing;
using Clipyard.Client.Students;

namespace Clipyard.Cli.Remote;

/// <summary>Writes what a server answered as it answered, one line each.</summary>
internal static class RemoteJson
{
    private static readonly RemoteJsonContext Context = new(Options(indented: false));

    public static string Of(VerifyDocument report) => JsonSerializer.Serialize(report, Context.VerifyDocument);

    /// <summary>Over several lines, as UTF-8, for files.</summary>
    public static byte[] Indented(HeadsDocument heads) =>
        JsonSerializer.SerializeToUtf8Bytes(heads, new RemoteJsonContext(Options(indented: true)).HeadsDocument);

    public static string Of(StudentLink link) => JsonSerializer.Serialize(link, Context.StudentLink);

    public static string Of(Student student) => JsonSerializer.Serialize(student, Context.Student);

    public static string Of(StudentInfo info) => JsonSerializer.Serialize(info, Context.StudentInfo);

    public static string Of(StoredVideo video) => JsonSerializer.Serialize(video, Context.StoredVideo);

    public static string Of(PostImportDocument import) => JsonSerializer.Serialize(import, Context.PostImportDocument);

    public static string Of(PublishingState state) => JsonSerializer.Serialize(state, Context.PublishingState);

    public static string Of(Removal removal) => JsonSerializer.Serialize(removal, Context.Removal);

    // As JsonLine: captions keep their letters.
    private static JsonSerializerOptions Options(bool indented) =>
        new()
        {
            PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            WriteIndented = indented,
        };
}
