namespace Clipyard.Benchmarks.Server;

/// <summary>A data folder that has been started once, and its key; deleted at the end.</summary>
internal sealed class ServerFolder : IDisposable
{
    private ServerFolder(string path, string key)
    {
        Path = path;
        Key = key;
    }

    public string Path { get; }

    public string Key { get; }

    public static async Task<ServerFolder> CreateAsync(string program, Uri sandbox)
    {
        var path = Directory.CreateTempSubdirectory("clipyard-benchmark-").FullName;
        using var server = await ServerProcess.StartAsync(program, path, sandbox);
        return new ServerFolder(
            path,
            server.Key ?? throw new InvalidOperationException("The first start gave no key.")
        );
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
