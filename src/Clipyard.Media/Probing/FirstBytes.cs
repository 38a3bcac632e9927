namespace Clipyard.Media.Probing;

/// <summary>Tells from its beginning that a file is no MP4, and what it is instead.</summary>
internal static class FirstBytes
{
    // Everything that has been seen at the start of an MP4 or MOV file.
    private static readonly string[] Openers =
    [
        "ftyp",
        "styp",
        "moov",
        "mdat",
        "moof",
        "sidx",
        "free",
        "skip",
        "wide",
        "pnot",
        "uuid",
        "junk",
        "emsg",
        "prft",
    ];

    public static bool OpensMedia(FourCc type) => Openers.Contains(type.ToString(), StringComparer.Ordinal);

    /// <summary>What a file that is no MP4 seems to be; <paramref name="start"/> is its first 16 bytes at most.</summary>
    public static string Describe(ReadOnlySpan<byte> start)
    {
        if (start.IsEmpty)
        {
            return "The file is empty.";
        }

        var name = start switch
        {
            [0xff, 0xd8, 0xff, ..] => "a JPEG picture",
            [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => "a PNG picture",
            [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] => "a GIF picture",
            [(byte)'R', (byte)'I', (byte)'F', (byte)'F', ..] => "a RIFF file (WebP, WAV or AVI)",
            [(byte)'I', (byte)'D', (byte)'3', ..] => "an MP3 file",
            [0x1a, 0x45, 0xdf, 0xa3, ..] => "a WebM or Matroska file",
            [0x1f, 0x8b, ..] => "compressed data (gzip)",
            [(byte)'<', ..] => "a web page or XML",
            [(byte)'{', ..] or [(byte)'[', ..] => "JSON",
            _ => IsText(start) ? "text" : "no MP4, MOV or WebM file",
        };

        return $"This is {name}, not a video.";
    }

    private static bool IsText(ReadOnlySpan<byte> start)
    {
        foreach (var letter in start)
        {
            if (letter is < 0x20 and not (0x09 or 0x0a or 0x0d or 0x0c))
            {
                return false;
            }
        }

        return true;
    }
}
