namespace Clipyard.Server.Observability;

/// <summary>One thing that the server needs.</summary>
/// <param name="Name"><c>database</c>, <c>store</c>, <c>scheduler</c>.</param>
/// <param name="Ok">Whether it works.</param>
/// <param name="Fault">What is wrong, in a sentence; null when it works.</param>
internal sealed record ReadinessResult(string Name, bool Ok, string? Fault);
