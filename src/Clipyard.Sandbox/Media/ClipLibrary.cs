using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;

namespace Clipyard.Sandbox.Media;

/// <summary>The files that travel inside the program. Read once per process, on first use.</summary>
internal static class ClipLibrary
{
    private static readonly Lazy<Dictionary<string, ClipInfo>> Index = new(ReadIndex);
    private static readonly ConcurrentDictionary<string, byte[]> Files = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<string, string> Hashes = new(StringComparer.Ordinal);

    public static ClipInfo Info(string file) =>
        Index.Value.TryGetValue(file, out var info)
            ? info
            : throw new ArgumentException($"The sandbox has no clip named '{file}'.", nameof(file));

    public static byte[] Bytes(string file) => Files.GetOrAdd(file, Read);

    /// <summary>The MD5 that TikTok states as <c>FileHash</c>.</summary>
    public static string Hash(string file) =>
#pragma warning disable CA5351 // TikTok's choice, not a protection of ours
        Hashes.GetOrAdd(file, name => Convert.ToHexStringLower(MD5.HashData(Bytes(name))));
#pragma warning restore CA5351

    private static Dictionary<string, ClipInfo> ReadIndex()
    {
        var clips = JsonSerializer.Deserialize(Read("clips.json"), ClipJsonContext.Default.ClipInfoArray) ?? [];
        var index = clips.ToDictionary(clip => clip.File, StringComparer.Ordinal);
        foreach (var clip in clips)
        {
            // Covers have no entry of their own; the first video that names one has its size.
            if (clip.Cover is { } cover)
            {
                index.TryAdd(cover, clip with { File = cover, DurationMs = null, Cover = null });
            }
        }

        return index;
    }

    private static byte[] Read(string file)
    {
        using var stream =
            typeof(ClipLibrary).Assembly.GetManifestResourceStream($"Clips/{file}")
            ?? throw new InvalidOperationException($"The clip '{file}' is missing from the program.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
