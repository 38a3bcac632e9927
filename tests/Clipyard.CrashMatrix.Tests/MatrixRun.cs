namespace Clipyard.CrashMatrix.Tests;

/// <summary>How a run of the matrix ended.</summary>
/// <param name="ExitCode">0 when all was well.</param>
/// <param name="Output">What it said.</param>
public sealed record MatrixRun(int ExitCode, string Output)
{
    public string LastLine => Output.TrimEnd().Split('\n')[^1];
}
