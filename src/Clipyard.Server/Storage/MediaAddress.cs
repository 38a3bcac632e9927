namespace Clipyard.Server.Storage;

/// <summary>Where a kept file can be fetched.</summary>
/// <param name="Url">Absolute, below the public address.</param>
/// <param name="ExpiresAt">When it stops working; null in public mode.</param>
internal sealed record MediaAddress(string Url, DateTimeOffset? ExpiresAt);
