namespace Clipyard.Server.Storage;

/// <summary>A file to be given out.</summary>
/// <param name="Key">The object.</param>
/// <param name="ContentType">What it is; null: what its name says.</param>
/// <param name="Sha256">Of its bytes, hex; null when nobody knows.</param>
/// <param name="Name">What it is called outside; null: as in the store.</param>
internal sealed record ServedFile(string Key, string? ContentType, string? Sha256, string? Name = null);
