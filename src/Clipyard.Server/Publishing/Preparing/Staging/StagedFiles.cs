using Clipyard.Failures;
using Clipyard.Server.Publishing.Posts;
using Clipyard.Server.Storage;
using Microsoft.Extensions.Logging;

namespace Clipyard.Server.Publishing.Preparing.Staging;

/// <summary>
/// The files of one run. Disposed before <see cref="Keep"/> they leave nothing behind: neither bytes that were not
/// committed nor objects that were.
/// </summary>
internal sealed partial class StagedFiles(IMediaStore store, ILogger logger) : IAsyncDisposable
{
    private readonly List<StagedFile> _files = [];
    private readonly List<string> _committed = [];

    /// <summary>What tells the run's objects from those of others.</summary>
    public Guid Run { get; } = Guid.NewGuid();

    /// <summary>In their order.</summary>
    public IReadOnlyList<PostFile> Rows => [.. _files.Select(file => file.Row)];

    public StagedFile Add(StagedFile file)
    {
        _files.Add(file);
        return file;
    }

    /// <summary>Puts another file, a repaired one, in the place of one, which goes.</summary>
    public async Task ReplaceAsync(StagedFile file, StagedFile other)
    {
        _files[_files.IndexOf(file)] = other;
        await file.DisposeAsync();
    }

    /// <summary>Makes the objects visible, one right after the other.</summary>
    public async Task CommitAsync(CancellationToken cancellationToken)
    {
        foreach (var file in _files)
        {
            _committed.Add(file.Row.Object); // first: a commit that breaks off may have been one all the same
            await file.CommitAsync(cancellationToken);
        }
    }

    /// <summary>The rows are saved, or may be: from now on they, or the sweep, look after the objects.</summary>
    public void Keep() => _committed.Clear();

    public async ValueTask DisposeAsync()
    {
        foreach (var file in _files)
        {
            await file.DisposeAsync();
        }

        foreach (var key in _committed)
        {
            await DeleteAsync(key);
        }
    }

    private async Task DeleteAsync(string key)
    {
        try
        {
            await store.DeleteAsync(key, CancellationToken.None);
        }
        catch (ClipyardException error)
        {
            LogLeft(key, error.Code); // no row knows it: the sweep takes it
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The staged object {Key} could not be deleted ({Code})")]
    private partial void LogLeft(string key, string code);
}
