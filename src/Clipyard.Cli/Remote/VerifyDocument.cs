using Clipyard.Client.Archive;

namespace Clipyard.Cli.Remote;

/// <summary>What <c>verify -j</c> prints: the report, and whose archive it is about when there are several.</summary>
internal sealed record VerifyDocument(string? Person, VerifyReport Report);
