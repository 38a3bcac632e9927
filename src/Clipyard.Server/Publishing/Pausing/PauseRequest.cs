namespace Clipyard.Server.Publishing.Pausing;

/// <summary>Why publishing is to pause.</summary>
/// <param name="Reason">In a sentence; null: nobody said.</param>
/// <param name="HoldsMessages">Whether webhooks and callbacks wait, too.</param>
internal sealed record PauseRequest(string? Reason = null, bool HoldsMessages = false);
