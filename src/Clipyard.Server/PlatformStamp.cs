using Clipyard.Failures;

namespace Clipyard.Server;

/// <summary>
/// Says in the data folder whether its data came from TikTok or from a sandbox: made-up posts must never meet real
/// accounts, nor real ones a stand-in.
/// </summary>
internal static class PlatformStamp
{
    private const string TikTok = "tiktok";
    private const string Sandbox = "sandbox";

    /// <summary>Stamps a new folder; compares an old one.</summary>
    /// <exception cref="ClipyardException"><c>conflict</c>: the data belongs to the other platform.</exception>
    public static async Task CheckAsync(ServerPaths paths, ServerOptions options, CancellationToken cancellationToken)
    {
        var file = Path.Combine(paths.Root, "platform");
        var now = options.TikTokAddress is null ? TikTok : Sandbox;
        if (!File.Exists(file))
        {
            await File.WriteAllTextAsync(file, now, cancellationToken);
            return;
        }

        var then = (await File.ReadAllTextAsync(file, cancellationToken)).Trim();
        if (then != now)
        {
            throw new ClipyardException(
                FailureCatalogue.Conflict,
                then == Sandbox
                    ? $"The data in {paths.Root} came from a sandbox: choose another --data, or give --tiktok-address."
                    : $"The data in {paths.Root} came from TikTok: choose another --data for the sandbox."
            );
        }
    }
}
