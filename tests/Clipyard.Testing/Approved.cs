namespace Clipyard.Testing;

/// <summary>Compares a text with one that somebody has read and approved.</summary>
public static class Approved
{
    private static readonly bool Accepts = Environment.GetEnvironmentVariable("CLIPYARD_ACCEPT") == "1";

    /// <summary>Throws when the texts differ; with <c>CLIPYARD_ACCEPT=1</c> writes the new one instead.</summary>
    /// <param name="actual">What there is now.</param>
    /// <param name="path">The approved text, in the checkout.</param>
    public static void Compare(string actual, string path)
    {
        var approved = File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : null;
        var current = actual.ReplaceLineEndings("\n");
        if (current == approved)
        {
            return;
        }

        if (Accepts)
        {
            File.WriteAllText(path, current);
            return;
        }

        throw new InvalidOperationException(
            $"""
            {Path.GetFileName(path)} is not what there is now. If the change is meant, accept it with CLIPYARD_ACCEPT=1.
            {FirstDifference(approved ?? "", current)}
            """
        );
    }

    private static string FirstDifference(string approved, string current)
    {
        var (before, after) = (approved.Split('\n'), current.Split('\n'));
        var line = 0;
        while (line < before.Length && line < after.Length && before[line] == after[line])
        {
            line++;
        }

        return $"Line {line + 1}, approved: {before.ElementAtOrDefault(line)}\nLine {line + 1}, now: {after.ElementAtOrDefault(line)}";
    }
}
