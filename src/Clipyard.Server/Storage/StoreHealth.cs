namespace Clipyard.Server.Storage;

/// <summary>How a store is.</summary>
/// <param name="FreeBytes">What is left to write; null when the store does not say.</param>
internal sealed record StoreHealth(long? FreeBytes);
