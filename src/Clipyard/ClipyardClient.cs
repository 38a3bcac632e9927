using Clipyard.Creators;
using Clipyard.Downloads;
using Clipyard.Failures;
using Clipyard.Videos;
using Microsoft.Extensions.Logging;

namespace Clipyard;

/// <summary>The door to TikTok's public site: one for the whole process, since it holds the politeness and the cookies.</summary>
/// <remarks>Thread-safe.</remarks>
public sealed class ClipyardClient : IDisposable
{
    /// <summary>Makes a client.</summary>
    /// <param name="options">How it behaves; null for the defaults.</param>
    /// <param name="loggerFactory">Where it logs; null for nowhere. No secret is ever logged.</param>
    /// <param name="timeProvider">Its clock; null for the system's.</param>
    /// <exception cref="ClipyardException"><c>invalid_parameter</c>: an option is out of range, or the cookies file cannot be read.</exception>
    public ClipyardClient(
        ClipyardOptions? options = null,
        ILoggerFactory? loggerFactory = null,
        TimeProvider? timeProvider = null
    ) => throw new NotImplementedException();

    /// <summary>What this version can do.</summary>
    public static ClipyardCapabilities Capabilities => throw new NotImplementedException();

    /// <summary>Posts.</summary>
    public VideoClient Videos => throw new NotImplementedException();

    /// <summary>Creators and their lists.</summary>
    public CreatorClient Creators => throw new NotImplementedException();

    /// <summary>Downloads.</summary>
    public DownloadClient Downloads => throw new NotImplementedException();

    /// <summary>What was done so far.</summary>
    public ClipyardStatistics GetStatistics() => throw new NotImplementedException();

    /// <summary>Closes the connections. What is under way fails.</summary>
    public void Dispose() => throw new NotImplementedException();
}
