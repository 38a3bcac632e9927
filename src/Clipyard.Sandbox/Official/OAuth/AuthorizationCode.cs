namespace Clipyard.Sandbox.Official.OAuth;

/// <summary>What a code stands for until it is exchanged.</summary>
internal sealed record AuthorizationCode(Grant Grant, string RedirectUri, string? Challenge, DateTimeOffset Expires);
