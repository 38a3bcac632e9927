using System.Security.Cryptography;

namespace Clipyard.Server.Jobs;

/// <summary>What leases of this process are signed with: the data folder's name and this start's.</summary>
/// <remarks>The folder is locked, so whoever signed with its name before this start works no more.</remarks>
internal sealed class NodeName(ServerPaths paths)
{
    private readonly string _start = Guid.NewGuid().ToString("N");

    /// <summary>The same at every start on this data folder, ending in <c>-</c>.</summary>
    public string Folder => field ??= ReadOrMake(Path.Combine(paths.Root, "node")) + "-";

    /// <summary>This start.</summary>
    public string Holder => Folder + _start;

    private static string ReadOrMake(string file)
    {
        if (File.Exists(file))
        {
            return File.ReadAllText(file).Trim();
        }

        var name = RandomNumberGenerator.GetHexString(16, lowercase: true);
        File.WriteAllText(file, name);
        return name;
    }
}
