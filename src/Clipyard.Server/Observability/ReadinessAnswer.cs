namespace Clipyard.Server.Observability;

/// <summary>Whether the server can do its work.</summary>
/// <param name="Status"><c>ready</c> or <c>not_ready</c>.</param>
/// <param name="Checks">Each thing it needs.</param>
internal sealed record ReadinessAnswer(string Status, IReadOnlyList<ReadinessResult> Checks);
