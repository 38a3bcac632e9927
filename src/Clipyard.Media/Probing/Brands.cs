namespace Clipyard.Media.Probing;

/// <summary>What a file says it follows (<c>ftyp</c>).</summary>
internal sealed record Brands(string Major, IReadOnlyList<string> Compatible)
{
    private static readonly string[] Pictures = ["avif", "heic", "heix", "heim", "heis", "mif1"];

    /// <summary>A file without brands: QuickTime from before there were any.</summary>
    public static Brands None { get; } = new("", []);

    public bool IsQuickTime => Major is "" or "qt  ";

    public bool IsPicture => Pictures.Contains(Major, StringComparer.Ordinal);

    public static Brands Read(Box ftyp)
    {
        var major = new FourCc(ftyp.UInt32(0)).ToString();
        List<string> compatible = [];
        for (var at = 8; at + 4 <= ftyp.Payload.Length; at += 4)
        {
            compatible.Add(new FourCc(ftyp.UInt32(at)).ToString());
        }

        return new Brands(major, compatible);
    }
}
