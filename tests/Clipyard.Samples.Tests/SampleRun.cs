namespace Clipyard.Samples.Tests;

/// <summary>How a sample ended.</summary>
public sealed record SampleRun(int ExitCode, string Output, string Errors);
