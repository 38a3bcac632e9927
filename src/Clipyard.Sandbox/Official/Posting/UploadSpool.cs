namespace Clipyard.Sandbox.Official.Posting;

/// <summary>The folder where received bytes wait; gone when the sandbox is.</summary>
internal sealed class UploadSpool : IDisposable
{
    private readonly Lazy<DirectoryInfo> _folder = new(() => Directory.CreateTempSubdirectory("clipyard-sandbox-"));
    private long _last;

    public string NewFile() => Path.Combine(_folder.Value.FullName, $"{Interlocked.Increment(ref _last):d8}");

    public static void Delete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (DirectoryNotFoundException)
        {
            // Nothing was ever received.
        }
    }

    public void Clear()
    {
        if (_folder.IsValueCreated)
        {
            foreach (var file in _folder.Value.EnumerateFiles())
            {
                file.Delete();
            }
        }
    }

    public void Dispose()
    {
        if (_folder is { IsValueCreated: true, Value.Exists: true })
        {
            _folder.Value.Delete(recursive: true);
        }
    }
}
