using System.Collections.Concurrent;
using Clipyard.Sandbox.Hosting;
using Clipyard.Sandbox.Official.Checks;

namespace Clipyard.Sandbox.Media;

/// <summary>The clips that a world's posts may name: those of the library, and what was uploaded.</summary>
internal sealed class ClipShelf
{
    private readonly ConcurrentDictionary<string, ShelvedClip> _uploaded = new(StringComparer.Ordinal);

    /// <summary>Adds a file that was uploaded; adding it again changes nothing.</summary>
    /// <returns>The name that posts know it by.</returns>
    public string Add(string name, string path, long length, MediaFacts? facts)
    {
        _uploaded[name] = new ShelvedClip(
            SegmentedBody.OfFile(path, length),
            facts?.ContentType ?? "application/octet-stream",
            facts?.Width ?? 0,
            facts?.Height ?? 0,
            (int)((facts?.Seconds ?? 0) * 1000),
            Hash: ""
        );
        return name;
    }

    /// <exception cref="ArgumentException">There is none of that name.</exception>
    public ShelvedClip Find(string name)
    {
        if (_uploaded.TryGetValue(name, out var clip))
        {
            return clip;
        }

        var info = ClipLibrary.Info(name);
        return new ShelvedClip(
            SegmentedBody.Of(ClipLibrary.Bytes(name)),
            TypeOf(name),
            info.Width ?? 0,
            info.Height ?? 0,
            info.DurationMs ?? 0,
            ClipLibrary.Hash(name)
        );
    }

    public bool IsUploaded(string name) => _uploaded.ContainsKey(name);

    public void Clear() => _uploaded.Clear();

    private static string TypeOf(string clip) =>
        Path.GetExtension(clip) switch
        {
            ".mp4" => "video/mp4",
            ".jpg" => "image/jpeg",
            ".webp" => "image/webp",
            ".mp3" => "audio/mpeg",
            ".m4a" => "audio/mp4",
            _ => "application/octet-stream",
        };
}
