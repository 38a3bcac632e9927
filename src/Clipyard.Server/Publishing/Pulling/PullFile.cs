using Clipyard.Server.Publishing.Attempts;
using Clipyard.Server.Publishing.Posts;

namespace Clipyard.Server.Publishing.Pulling;

/// <summary>A file that TikTok may fetch, and the attempt whose address it came by.</summary>
internal sealed record PullFile(PostAttempt Attempt, PostFile File)
{
    private const long HeldBack = 65_536;

    /// <summary>
    /// Where the part begins that no response holds before the attempt is committed (rule E2): the last 64 KiB of the
    /// first file. What TikTok has of the others is no post without it.
    /// </summary>
    public long HeldFrom => File.Position == 0 ? Math.Max(0, File.Bytes - HeldBack) : File.Bytes;
}
