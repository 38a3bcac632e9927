namespace Clipyard.Server.Api.Problems;

/// <summary>Callers' values inside our sentences.</summary>
internal static class Shown
{
    private const int MaximumLength = 100;

    /// <summary>The value on one line, cut when it is long.</summary>
    public static string Short(string value)
    {
        var line = string.Create(
            Math.Min(value.Length, MaximumLength),
            value,
            static (shown, source) =>
            {
                for (var i = 0; i < shown.Length; i++)
                {
                    shown[i] = char.IsControl(source[i]) ? ' ' : source[i];
                }
            }
        );
        return value.Length > MaximumLength ? line + "..." : line;
    }
}
