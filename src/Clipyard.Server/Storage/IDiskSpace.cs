namespace Clipyard.Server.Storage;

/// <summary>How much room a disk has. A seam: no test can fill a disk.</summary>
internal interface IDiskSpace
{
    /// <summary>What this process may still write where the folder is.</summary>
    long FreeBytes(string folder);
}
