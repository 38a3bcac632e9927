namespace Clipyard.Sandbox.Pages;

/// <summary>Counts as <c>stats</c> shows them: exact below 10,000, then to hundreds, from a million to hundred thousands.</summary>
internal static class Rounding
{
    public static long Round(long value) =>
        value switch
        {
            < 10_000 => value,
            < 1_000_000 => To(value, 100),
            _ => To(value, 100_000),
        };

    private static long To(long value, long step) => (value + (step / 2)) / step * step;
}
