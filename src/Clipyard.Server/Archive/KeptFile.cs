namespace Clipyard.Server.Archive;

/// <summary>A file of a kept post as other features see it.</summary>
/// <param name="Object">Its full key in the store.</param>
/// <param name="ContentType">Its media type.</param>
/// <param name="SizeBytes">How long it is.</param>
/// <param name="Sha256">Of its bytes, lower-case hex.</param>
internal sealed record KeptFile(string Object, string ContentType, long SizeBytes, string Sha256);
