using Clipyard.Server.Accounts.App;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Clipyard.Server.Accounts.Connecting;

/// <summary>The path of a redirect address that the portal knows from earlier, as requests for it arrive here.</summary>
internal static class RedirectPaths
{
    /// <summary>Paths beside the usual one. What is wrong with the settings is said when they are checked.</summary>
    public static IEnumerable<string> Of(IServiceProvider services)
    {
        // Not through the options: they may be wrong, and that is to be one sentence at the start.
        var settings = services.GetRequiredService<IConfiguration>();
        if (
            !Uri.TryCreate(
                settings[$"{TikTokAppOptions.Section}:{nameof(TikTokAppOptions.RedirectUri)}"],
                UriKind.Absolute,
                out var redirect
            )
        )
        {
            return [];
        }

        var path = redirect.AbsolutePath;
        var paths = new List<string> { path };
        // A proxy that serves us below a path takes that off before it asks us.
        if (
            Uri.TryCreate(settings[nameof(ServerOptions.PublicAddress)], UriKind.Absolute, out var address)
            && address.AbsolutePath.TrimEnd('/') is { Length: > 0 } below
            && path.StartsWith(below + "/", StringComparison.Ordinal)
        )
        {
            paths.Add(path[below.Length..]);
        }

        return paths.Where(one => one.TrimEnd('/') is { Length: > 0 } trimmed && trimmed != TikTokApp.CallbackPath);
    }
}
