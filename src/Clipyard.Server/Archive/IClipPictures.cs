namespace Clipyard.Server.Archive;

/// <summary>The pictures that stand for clips, for features that show clips.</summary>
internal interface IClipPictures
{
    /// <summary>Where those of some of the owner's clips can be fetched, by video id. Not there: clips without one.</summary>
    Task<IReadOnlyDictionary<string, string>> FindAsync(
        IReadOnlyCollection<string> videoIds,
        CancellationToken cancellationToken
    );
}
