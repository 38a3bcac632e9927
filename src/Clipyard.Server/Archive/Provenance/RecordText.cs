using System.Security.Cryptography;
using System.Text.Json;

namespace Clipyard.Server.Archive.Provenance;

/// <summary>From a clip to a record's bytes, and back.</summary>
internal static class RecordText
{
    /// <summary>Whole milliseconds, as the database keeps them.</summary>
    private const string InstantFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    public static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString(InstantFormat);

    public static string HashOf(byte[] body) => Convert.ToHexStringLower(SHA256.HashData(body));

    public static byte[] Write(RecordBody body) =>
        JsonSerializer.SerializeToUtf8Bytes(body, RecordJson.Default.RecordBody);

    /// <summary>Reads a record; null when these bytes are none.</summary>
    public static RecordBody? Read(byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, RecordJson.Default.RecordBody);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>What a record says about a clip.</summary>
    public static RecordBody Describe(Clip clip, ProvenanceFacts facts, ArchiveChain before, DateTimeOffset now) =>
        new()
        {
            Chain = before.Name,
            Seq = before.Length + 1,
            Prev = before.Head,
            Salt = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)),
            RecordedAt = Instant(now),
            Origin = facts.Origin,
            StudentId = clip.StudentId,
            Username = clip.Username,
            VideoId = clip.VideoId,
            VideoUrl = clip.VideoUrl,
            SourceUrl = facts.SourceUrl,
            Kind = KindOf(clip),
            Generation = clip.Generation,
            Caption = clip.Caption,
            DurationMs = clip.DurationMs,
            PostedAt = Instant(clip.PostedAt),
            FetchedAt = Instant(facts.FetchedAt),
            StoredAt = Instant(clip.StoredAt),
            Rendition = facts.Rendition,
            ResponseHeaders = Sorted(facts.ResponseHeaders),
            Probe = Sorted(facts.Probe),
            Files = [.. clip.Files.OrderBy(file => file.Position).Select(Describe)],
        };

    public static string KindOf(Clip clip) => clip.Kind.ToString().ToLowerInvariant();

    public static RecordFile Describe(ClipFile file) =>
        new()
        {
            Position = file.Position,
            Object = file.Object,
            ContentType = file.ContentType,
            SizeBytes = file.SizeBytes,
            Sha256 = file.Sha256,
        };

    private static SortedDictionary<string, string> Sorted(IReadOnlyDictionary<string, string> values)
    {
        var sorted = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in values)
        {
            sorted[name] = value;
        }

        return sorted;
    }
}
