namespace Clipyard.Server.Publishing.Preparing.Sources;

/// <summary>A file that is to be staged; nothing of it has been read yet.</summary>
/// <param name="Name">What people call it: <c>the upload</c>, <c>https://example.com/a.mp4</c>. Holds no secret.</param>
/// <param name="OpenAsync">Opens it.</param>
internal sealed record SourceFile(string Name, Func<CancellationToken, Task<OpenedSource>> OpenAsync)
{
    /// <summary>What its bytes have to be, hex; null when nobody knows yet.</summary>
    public string? Sha256 { get; init; }
}
