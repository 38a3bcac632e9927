using Clipyard.Failures;

namespace Clipyard.Downloads;

/// <summary>Looks at a file's bytes as they pass, and says at the end whether it is what it should be.</summary>
internal interface IMediaCheck
{
    void Append(ReadOnlySpan<byte> bytes);

    /// <returns>What the file is.</returns>
    /// <exception cref="ClipyardException"><c>media_corrupt</c>, <c>media_incomplete</c>.</exception>
    CheckedMedia Complete();
}
