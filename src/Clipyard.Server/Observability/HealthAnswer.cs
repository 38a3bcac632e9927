namespace Clipyard.Server.Observability;

/// <summary>That the process answers.</summary>
/// <param name="Status">Always <c>ok</c>.</param>
internal sealed record HealthAnswer(string Status);
