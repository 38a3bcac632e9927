using Clipyard.Server.Publishing.Preparing.Sources;

namespace Clipyard.Server.Publishing.Preparing.Checks;

/// <summary>What a repair made.</summary>
/// <param name="file">The result, owned.</param>
/// <param name="changes">What is other than before, a sentence each.</param>
internal sealed class MendedVideo(TemporaryFile file, IReadOnlyList<string> changes) : IDisposable
{
    public IReadOnlyList<string> Changes => changes;

    /// <summary>The result, to be staged in its turn.</summary>
    public SourceFile AsSource(string name) =>
        new($"{name}, repaired", _ => Task.FromResult(new OpenedSource(File.OpenRead(file.Path))));

    public void Dispose() => file.Dispose();
}
