namespace Clipyard.Client.Students;

/// <summary>The body of a link.</summary>
internal sealed record LinkPayload(string Username);
