namespace Clipyard.Server.Publishing.Pausing;

/// <summary>Publishing was paused in the middle of a step: it stops where it is, and counts as no failure.</summary>
internal sealed class PublishingPausedException() : Exception("Publishing is paused.");
