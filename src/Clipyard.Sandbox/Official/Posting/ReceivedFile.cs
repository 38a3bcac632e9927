using Clipyard.Sandbox.Official.Checks;

namespace Clipyard.Sandbox.Official.Posting;

/// <summary>A file that arrived.</summary>
/// <param name="Path">Where it lies.</param>
/// <param name="Length">Its bytes.</param>
/// <param name="Sha256">Its hash in lower-case hexadecimal.</param>
/// <param name="Facts">What was read in it; null when it is not what it should be.</param>
internal sealed record ReceivedFile(string Path, long Length, string Sha256, MediaFacts? Facts);
