using Clipyard.Server.Storage;

namespace Clipyard.Server.Publishing.Preparing.Checks;

/// <summary>A name for a file that lives for one operation. What is there goes when this is disposed.</summary>
internal sealed class TemporaryFile : IDisposable
{
    public TemporaryFile(ServerPaths paths)
    {
        Directory.CreateDirectory(paths.Temporary);
        Path = System.IO.Path.Combine(paths.Temporary, $"repair-{Guid.NewGuid():n}.mp4");
    }

    public string Path { get; }

    public void Dispose()
    {
        try
        {
            File.Delete(Path);
        }
        catch (Exception error) when (DiskErrors.IsDiskError(error))
        {
            // The sweep takes it within a day.
        }
    }
}
