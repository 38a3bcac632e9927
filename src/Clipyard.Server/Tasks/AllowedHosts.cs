using Microsoft.Extensions.Options;

namespace Clipyard.Server.Tasks;

/// <summary>Where a task's video may lie.</summary>
internal sealed class AllowedHosts
{
    /// <summary>The configured ones, else the usual ones; with them the sandbox's own while it stands in for TikTok.</summary>
    public AllowedHosts(IOptions<TaskOptions> options, IOptions<ServerOptions> server)
    {
        IEnumerable<string> chosen =
            options.Value.AllowedHosts.Count > 0 ? options.Value.AllowedHosts : TaskOptions.UsualHosts;
        Patterns = server.Value.TikTokAddress is { } sandbox ? [.. chosen, sandbox.Authority] : [.. chosen];
    }

    /// <summary>As <see cref="Network.HostPatterns"/> reads them.</summary>
    public IReadOnlyList<string> Patterns { get; }
}
