namespace Clipyard.Cli.Downloads;

/// <summary>Writes small files whole or not at all.</summary>
internal static class InfoFile
{
    /// <summary>Writes beside the goal, then renames.</summary>
    public static async Task WriteAsync(string path, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        if (Path.GetDirectoryName(path) is { Length: > 0 } folder)
        {
            Directory.CreateDirectory(folder);
        }

        var part = path + ".part";
        try
        {
            await File.WriteAllBytesAsync(part, content, cancellationToken);
            File.Move(part, path, overwrite: true);
        }
        catch
        {
            File.Delete(part);
            throw;
        }
    }
}
