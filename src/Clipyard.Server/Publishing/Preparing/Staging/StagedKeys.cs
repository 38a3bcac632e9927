using Clipyard.Server.Data;
using Clipyard.Server.Storage;

namespace Clipyard.Server.Publishing.Preparing.Staging;

/// <summary>Where staged files lie: <c>PREFIXstaged/POST/RUN/0.mp4</c>.</summary>
/// <remarks>
/// Each run has names of its own. Two of them at one post, because a lease was lost, never write the same object: what
/// the post's rows name stays what they say.
/// </remarks>
internal static class StagedKeys
{
    /// <summary>Below this lie all of an owner's.</summary>
    public static string Folder(string storePrefix) => storePrefix + ObjectKey.StagedFolder;

    /// <summary>Below this lie all of a post's.</summary>
    public static string Folder(string storePrefix, Guid postId) => $"{Folder(storePrefix)}{postId}/";

    /// <summary>A file of one run.</summary>
    public static string Of(Owner owner, Guid postId, Guid run, int position, string extension) =>
        $"{Folder(owner.StorePrefix, postId)}{run:n}/{position}.{extension}";

    /// <summary>Whose file an object is; null when its name says nothing.</summary>
    public static Guid? PostOf(string storePrefix, string key)
    {
        var folder = Folder(storePrefix);
        return
            key.StartsWith(folder, StringComparison.Ordinal)
            && Guid.TryParse(key.AsSpan(folder.Length).ToString().Split('/')[0], out var post)
            ? post
            : null;
    }
}
