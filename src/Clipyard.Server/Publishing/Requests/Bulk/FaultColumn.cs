using Clipyard.Failures;
using Clipyard.Server.Publishing.Requests.Accepting;

namespace Clipyard.Server.Publishing.Requests.Bulk;

/// <summary>Which column a refusal is about.</summary>
internal static class FaultColumn
{
    private const string OfSource = "source.";

    /// <summary>The column that the refusal names, or that its code is about; null for the row as a whole.</summary>
    public static string? Of(ClipyardException refused, PostWish wish, PostLookups lookups)
    {
        if (lookups.IsOfAccount(refused))
        {
            return PostColumns.AccountId;
        }

        var named = refused.Parameter;
        var column = named?.StartsWith(OfSource, StringComparison.Ordinal) == true ? named[OfSource.Length..] : named;
        return PostColumns.Taken.Contains(column, StringComparer.Ordinal) ? column : SourceOf(refused.Failure, wish);
    }

    private static string? SourceOf(Failure failure, PostWish wish)
    {
        var isOfSource =
            failure == FailureCatalogue.UrlNotAllowed
            || failure == FailureCatalogue.UnsupportedMedia
            || failure == FailureCatalogue.NotFound
            || failure == FailureCatalogue.Conflict; // an upload that is not complete
        return wish.Source switch
        {
            _ when !isOfSource => null,
            { Url: not null } => PostColumns.VideoUrl,
            { ClipId: not null } => PostColumns.ClipId,
            { UploadId: not null } => PostColumns.UploadId,
            { Images: not null } => PostColumns.Images,
            _ => null,
        };
    }
}
