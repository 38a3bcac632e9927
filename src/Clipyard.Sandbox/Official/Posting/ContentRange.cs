using System.Globalization;
using System.Runtime.InteropServices;

namespace Clipyard.Sandbox.Official.Posting;

/// <summary><c>bytes FIRST-LAST/TOTAL</c>, read to the letter.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ContentRange(long First, long Last, long Total)
{
    private const string Unit = "bytes ";

    public long Length => Last - First + 1;

    public static ContentRange? Parse(string header)
    {
        var (dash, slash) = (
            header.IndexOf('-', StringComparison.Ordinal),
            header.IndexOf('/', StringComparison.Ordinal)
        );
        if (!header.StartsWith(Unit, StringComparison.Ordinal) || dash < Unit.Length || slash < dash)
        {
            return null;
        }

        return
            Number(header[Unit.Length..dash]) is { } first
            && Number(header[(dash + 1)..slash]) is { } last
            && Number(header[(slash + 1)..]) is { } total
            && last >= first
            && last < total
            ? new ContentRange(first, last, total)
            : null;
    }

    private static long? Number(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
