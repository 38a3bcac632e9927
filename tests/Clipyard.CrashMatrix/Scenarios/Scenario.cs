namespace Clipyard.CrashMatrix.Scenarios;

/// <summary>Something that happens to posts and is no plain kill.</summary>
/// <param name="Name">What it is called on the command line.</param>
/// <param name="RunAsync">Runs it, and reports.</param>
internal sealed record Scenario(string Name, Func<Theatre, CancellationToken, Task> RunAsync);
