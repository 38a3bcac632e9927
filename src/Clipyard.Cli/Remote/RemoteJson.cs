using System.Text.Encodings.Web;
using System.Text.Json;
using Clipyard.Client.Students;

namespace Clipyard.Cli.Remote;

/// <summary>Writes what a server answered as it answered, one line each.</summary>
internal static class RemoteJson
{
    // As JsonLine: captions keep their letters.
    private static readonly RemoteJsonContext Context = new(
        new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        }
    );

    public static string Of(StudentLink link) => JsonSerializer.Serialize(link, Context.StudentLink);

    public static string Of(Student student) => JsonSerializer.Serialize(student, Context.Student);

    public static string Of(StudentInfo info) => JsonSerializer.Serialize(info, Context.StudentInfo);

    public static string Of(StoredVideo video) => JsonSerializer.Serialize(video, Context.StoredVideo);

    public static string Of(Removal removal) => JsonSerializer.Serialize(removal, Context.Removal);
}
