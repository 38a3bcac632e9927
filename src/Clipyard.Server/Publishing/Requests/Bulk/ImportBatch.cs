using Clipyard.Failures;
using Clipyard.Server.Csv;
using Clipyard.Server.Publishing.Posts;
using Clipyard.Server.Publishing.Requests.Accepting;

namespace Clipyard.Server.Publishing.Requests.Bulk;

/// <summary>The posts of one table, drafted row by row.</summary>
internal sealed class ImportBatch(PostAcceptance acceptance, CallerRights caller, RowFaults faults)
{
    private readonly Dictionary<Guid, int> _uploads = [];

    /// <summary>What the rows have in common.</summary>
    public PostLookups Lookups { get; } = new();

    /// <summary>The drafts so far.</summary>
    public List<Post> Posts { get; } = [];

    /// <summary>Drafts one more, or tells why not.</summary>
    public async Task DraftAsync(CsvRow row, PostWish wish, CancellationToken cancellationToken)
    {
        try
        {
            var post = await acceptance.DraftAsync(wish, caller, Lookups, cancellationToken);
            ThrowIfTaken(row, post);
            Posts.Add(post);
        }
        catch (ClipyardException refused)
        {
            var column = FaultColumn.Of(refused, wish, Lookups);
            faults.Add(row, column, refused.Failure, refused.Detail ?? refused.Failure.Message);
        }
    }

    private void ThrowIfTaken(CsvRow row, Post post)
    {
        if (post.Source.UploadId is { } uploadId && !_uploads.TryAdd(uploadId, row.Number))
        {
            throw new ClipyardException(
                FailureCatalogue.Conflict,
                $"Row {_uploads[uploadId]} posts this upload already; an upload makes one post."
            );
        }
    }
}
