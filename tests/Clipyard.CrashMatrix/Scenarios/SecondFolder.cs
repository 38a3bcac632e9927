namespace Clipyard.CrashMatrix.Scenarios;

/// <summary>A data folder of another node on the same database, with the same keys: links to what both share.</summary>
internal sealed class SecondFolder : IDisposable
{
    private static readonly string[] Shared = ["clipyard.db", "clipyard.db-wal", "clipyard.db-shm", "keys", "platform"];

    public SecondFolder(string first)
    {
        foreach (var name in Shared)
        {
            File.CreateSymbolicLink(System.IO.Path.Combine(Path, name), System.IO.Path.Combine(first, name));
        }
    }

    public string Path { get; } = Directory.CreateTempSubdirectory("clipyard-node-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
