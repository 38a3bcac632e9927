namespace Clipyard.Server.Storage;

/// <summary>An object in the store.</summary>
/// <param name="Key">Its key.</param>
/// <param name="SizeBytes">Its length.</param>
/// <param name="ModifiedAt">When it was committed.</param>
internal sealed record MediaStat(string Key, long SizeBytes, DateTimeOffset ModifiedAt);
