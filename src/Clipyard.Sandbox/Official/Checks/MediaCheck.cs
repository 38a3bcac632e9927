namespace Clipyard.Sandbox.Official.Checks;

/// <summary>TikTok's restrictions on media: a reason to fail, or none.</summary>
internal static class MediaCheck
{
    private const string Format = "file_format_check_failed";
    private const string Size = "picture_size_check_failed";
    private const string Duration = "duration_check_failed";

    /// <summary>Reads a video.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static MediaFacts? ReadVideo(string path)
    {
        using var file = File.OpenHandle(path);
        var length = RandomAccess.GetLength(file);
        Span<byte> head = stackalloc byte[Box.HeaderBytes];
        head = head[..RandomAccess.Read(file, head, 0)];
        if (WebmReader.IsOne(head))
        {
            return WebmReader.Read(file);
        }

        return Mp4Reader.IsOne(head, length) ? Mp4Reader.Read(file, length) : null;
    }

    public static string? Video(MediaFacts? facts, double shortest, double longest)
    {
        if (facts is not { Codec: "h264" or "h265" or "vp8" or "vp9" })
        {
            return Format;
        }

        if (facts.Width is < 360 or > 4096 || facts.Height is < 360 or > 4096)
        {
            return Size;
        }

        if (facts.Seconds < shortest || facts.Seconds > longest)
        {
            return Duration;
        }

        // Rates such as 59.94 and 23.976 are meant by 60 and 23.
        return facts.FramesPerSecond is 0 or (>= 22.9 and <= 60.5) ? null : "frame_rate_check_failed";
    }

    public static string? Photo(MediaFacts? facts, long length)
    {
        if (facts is null || length > 20_000_000)
        {
            return Format;
        }

        var (shorter, longer) = (Math.Min(facts.Width, facts.Height), Math.Max(facts.Width, facts.Height));
        return shorter is > 0 and <= 1080 && longer <= 1920 ? null : Size;
    }
}
