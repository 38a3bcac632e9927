using Clipyard.Media.Images;
using Clipyard.Server.Storage;

namespace Clipyard.Server.Publishing.Preparing.Staging;

/// <summary>What a file is by its first bytes, whatever its name or a header says.</summary>
/// <param name="Extension">As its object is named.</param>
/// <param name="IsVideo">A video of a kind that may be one TikTok takes; else a picture that TikTok takes.</param>
internal sealed record FileKind(string Extension, bool IsVideo)
{
    /// <summary>How many first bytes are enough to tell.</summary>
    public const int NeededBytes = 12;

    public static readonly FileKind Mp4 = new("mp4", IsVideo: true);
    private static readonly FileKind Mov = new("mov", IsVideo: true);
    private static readonly FileKind WebM = new("webm", IsVideo: true);
    private static readonly FileKind Jpeg = new("jpg", IsVideo: false);
    private static readonly FileKind Webp = new("webp", IsVideo: false);

    public string ContentType => MediaTypes.Of($"0.{Extension}");

    /// <summary>The kind; null for whatever else there is.</summary>
    public static FileKind? Of(ReadOnlySpan<byte> start) =>
        ImageProbe.KindOf(start) switch
        {
            ImageKind.Jpeg => Jpeg,
            ImageKind.Webp => Webp,
            ImageKind.Unknown => OfVideo(start),
            _ => null,
        };

    private static FileKind? OfVideo(ReadOnlySpan<byte> start)
    {
        if (start.StartsWith((ReadOnlySpan<byte>)[0x1a, 0x45, 0xdf, 0xa3]))
        {
            return WebM;
        }

        if (start.Length < NeededBytes)
        {
            return null;
        }

        var box = start[4..8];
        if (box.SequenceEqual("ftyp"u8))
        {
            return start[8..12].SequenceEqual("qt  "u8) ? Mov : Mp4;
        }

        // QuickTime files from before brands existed.
        return
            box.SequenceEqual("moov"u8)
            || box.SequenceEqual("mdat"u8)
            || box.SequenceEqual("wide"u8)
            || box.SequenceEqual("free"u8)
            || box.SequenceEqual("skip"u8)
            ? Mov
            : null;
    }
}
