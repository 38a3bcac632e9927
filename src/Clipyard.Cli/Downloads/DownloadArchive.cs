using System.Collections.Concurrent;
using System.Text;
using Clipyard.Links;

namespace Clipyard.Cli.Downloads;

/// <summary>The posts that were downloaded once, in yt-dlp's format: <c>tiktok ID</c> a line.</summary>
internal sealed class DownloadArchive : IDisposable
{
    private const string Extractor = "tiktok ";

    private readonly Lock _lock = new();
    private readonly FileStream _file;
    private readonly ConcurrentDictionary<string, bool> _ids;

    private DownloadArchive(FileStream file, ConcurrentDictionary<string, bool> ids)
    {
        _file = file;
        _ids = ids;
    }

    /// <summary>Opens the file, made when it does not exist, and keeps it open for appending.</summary>
    public static DownloadArchive Open(string path)
    {
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder)
        {
            Directory.CreateDirectory(folder);
        }

        var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read, bufferSize: 0);
        try
        {
            return new DownloadArchive(file, ReadIds(file));
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    public bool Contains(VideoId id) => _ids.ContainsKey(id.Value);

    /// <summary>Adds a post, durable, in one write: a line is there whole or not at all.</summary>
    public void Add(VideoId id)
    {
        if (!_ids.TryAdd(id.Value, true))
        {
            return;
        }

        lock (_lock)
        {
            _file.Seek(0, SeekOrigin.End);
            _file.Write(Encoding.ASCII.GetBytes($"{Extractor}{id}\n"));
            _file.Flush(flushToDisk: true);
        }
    }

    public void Dispose() => _file.Dispose();

    private static ConcurrentDictionary<string, bool> ReadIds(FileStream file)
    {
        var ids = new ConcurrentDictionary<string, bool>(StringComparer.Ordinal);
        using var reader = new StreamReader(file, Encoding.UTF8, leaveOpen: true);
        var text = reader.ReadToEnd();
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (line.Trim().StartsWith(Extractor, StringComparison.Ordinal))
            {
                ids[line.Trim()[Extractor.Length..].Trim().ToString()] = true;
            }
        }

        // A last line that somebody wrote without its end would swallow ours.
        if (text.Length > 0 && text[^1] != '\n')
        {
            file.Seek(0, SeekOrigin.End);
            file.Write("\n"u8);
        }

        return ids;
    }
}
