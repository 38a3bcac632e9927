namespace Clipyard.Server;

/// <summary>What lies where below the data folder.</summary>
internal sealed class ServerPaths(string dataFolder)
{
    /// <summary>The data folder itself, absolute.</summary>
    public string Root { get; } = Path.GetFullPath(dataFolder);

    /// <summary>Keys that lie neither in the database nor in the store; readable by the owner only.</summary>
    public string Keys => Path.Combine(Root, "keys");

    /// <summary>The disk store's buckets.</summary>
    public string Media => Path.Combine(Root, "media");

    /// <summary>Files that live for one operation, a day at most.</summary>
    public string Temporary => Path.Combine(Root, "tmp");

    /// <summary>Copies of the database from before each change of its schema.</summary>
    public string Backups => Path.Combine(Root, "backups");
}
