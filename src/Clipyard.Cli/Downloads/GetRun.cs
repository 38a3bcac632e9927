using Clipyard.Cli.Documents;
using Clipyard.Cli.Naming;
using Clipyard.Cli.Progress;
using Clipyard.Downloads;
using Clipyard.Failures;
using Clipyard.Links;
using Clipyard.Videos;

namespace Clipyard.Cli.Downloads;

/// <summary>Downloads everything that was asked for, several posts at once.</summary>
internal sealed class GetRun : IDisposable
{
    private readonly CliSession _session;
    private readonly ClipyardClient _client;
    private readonly GetRequest _request;
    private readonly PostNamer _namer;
    private readonly FolderSink _sink;
    private readonly Pacer _pacer;
    private readonly DownloadArchive? _archive;
    private readonly GetTally _tally = new();

    public GetRun(CliSession session, ClipyardClient client, GetRequest request)
    {
        _session = session;
        _client = client;
        _request = request;
        _namer = new PostNamer(request.Template, request.Options.Quality);
        _sink = new FolderSink(request.Folder, _namer.PathOf);
        _pacer = new Pacer(request.Sleep, session.Host.Time);
        _archive = request.ArchiveFile is { } file ? DownloadArchive.Open(file) : null;
    }

    /// <summary>Works through the sources; each item's outcome goes to the session.</summary>
    public async Task RunAsync(IEnumerable<string> sources, CancellationToken cancellationToken)
    {
        var items = new PostSource(_client.Creators, _request.Selection).EnumerateAsync(sources, cancellationToken);
        var parallel = new ParallelOptions
        {
            MaxDegreeOfParallelism = _request.Concurrency,
            CancellationToken = cancellationToken,
        };
        try
        {
            await Parallel.ForEachAsync(
                items,
                parallel,
                async (item, token) => await _session.AttemptAsync(item.Given, () => DownloadAsync(item, token), token)
            );
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            _session.Screen.Notice(
                "clipyard: stopped. What was fetched so far is kept (.part); the same command goes on from there."
            );
            throw;
        }
        finally
        {
            _session.Screen.Notice(_tally.Summary(_session.Outcomes.Failed));
        }
    }

    public void Dispose()
    {
        _archive?.Dispose();
        _pacer.Dispose();
    }

    private async Task DownloadAsync(PostItem item, CancellationToken cancellationToken)
    {
        if (item.Error is not null)
        {
            throw item.Error;
        }

        if (item.Id is { } known && IsArchived(known))
        {
            Skip(new DownloadDocument(item.Given, known.Value, null, null, [], null, null, null, "archive"));
            return;
        }

        var video = item.Video ?? await _client.Videos.GetAsync(item.Link!, cancellationToken);
        if (SkipReason(video) is { } reason)
        {
            Skip(Describe.Skipped(video, reason));
            return;
        }

        _namer.Number(video.Id, item.PlaylistIndex);
        if (_request.Simulate)
        {
            Simulate(video);
            return;
        }

        await _pacer.WaitAsync(cancellationToken);
        Finish(await TransferAsync(video, cancellationToken));
    }

    private async Task<DownloadResult> TransferAsync(VideoInfo video, CancellationToken cancellationToken)
    {
        using var display = _session.Screen.Begin(PostText.ShortName(video));
        var result = await _client.Downloads.DownloadAsync(video, _sink, _request.Options, display, cancellationToken);
        if (_request.WriteInfoJson)
        {
            var document = Describe.Post(result.Video) with { Files = [.. result.Files.Select(Describe.File)] };
            var path = Path.Combine(_request.Folder, _namer.InfoPathOf(result.Video));
            await InfoFile.WriteAsync(path, JsonLine.Indented(document), cancellationToken);
        }

        _archive?.Add(video.Id);
        return result;
    }

    private void Finish(DownloadResult result)
    {
        _tally.Add(result);
        if (result.Fallback is { } fallback)
        {
            _session.Screen.Notice(
                $"{PostText.ShortName(result.Video)}: took {fallback.Taken.FormatId} instead of "
                    + $"{fallback.Wanted?.FormatId ?? "the wanted quality"} ({fallback.Reason.Code})"
            );
        }

        if (_session.Json)
        {
            _session.Screen.Result(JsonLine.Of(Describe.Download(result)));
            return;
        }

        foreach (var file in result.Files)
        {
            _session.Screen.Result(file.Path);
        }
    }

    private void Simulate(VideoInfo video)
    {
        if (_session.Json)
        {
            _session.Screen.Result(JsonLine.Of(Describe.Skipped(video, "simulate")));
            return;
        }

        foreach (var part in PlannedParts.Of(video, _request.Options.Quality))
        {
            _session.Screen.Result(Path.Combine(_request.Folder, _namer.PathOf(part)));
        }
    }

    private void Skip(DownloadDocument skipped)
    {
        _tally.AddSkipped();
        if (_session.Json)
        {
            _session.Screen.Result(JsonLine.Of(skipped));
            return;
        }

        var reason = skipped.Skipped is "archive"
            ? "is in the archive already"
            : "was not posted in the days asked for";
        _session.Screen.Notice($"{skipped.Id}: {reason}");
    }

    private string? SkipReason(VideoInfo video) =>
        IsArchived(video.Id) ? "archive"
        : _request.Selection.Includes(video) ? null
        : "date";

    private bool IsArchived(VideoId id) => _archive is not null && !_request.Force && _archive.Contains(id);
}
