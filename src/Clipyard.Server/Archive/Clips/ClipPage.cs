namespace Clipyard.Server.Archive.Clips;

/// <summary>Clips as found.</summary>
/// <param name="Clips">In order.</param>
/// <param name="Next">Where to go on; null when there is nothing behind.</param>
internal sealed record ClipPage(IReadOnlyList<Clip> Clips, ClipPosition? Next);
