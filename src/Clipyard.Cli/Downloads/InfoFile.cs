using Clipyard.Cli.Files;

namespace Clipyard.Cli.Downloads;

/// <summary>What is said of a post, beside its files.</summary>
internal static class InfoFile
{
    /// <summary>Writes it whole or not at all, and the folder before it.</summary>
    public static Task WriteAsync(string path, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        if (Path.GetDirectoryName(path) is { Length: > 0 } folder)
        {
            Directory.CreateDirectory(folder);
        }

        return WholeFile.WriteAsync(path, content, cancellationToken);
    }
}
