using System.Text.RegularExpressions;
using Clipyard.Failures;
using Clipyard.Server.Publishing.Requests.Accepting;

namespace Clipyard.Server.Publishing.Requests.Bulk;

/// <summary>Which column a refusal is about.</summary>
internal static partial class FaultColumn
{
    /// <summary>The column that the refusal names, or that its code is about; null for the row as a whole.</summary>
    public static string? Of(ClipyardException refused, PostWish wish, PostLookups lookups)
    {
        if (lookups.IsOfAccount(refused))
        {
            return PostColumns.AccountId;
        }

        var named = Named().Match(refused.Detail ?? "").Groups["name"].Value;
        var column = named == PostColumns.Caption ? PostColumns.Content : named;
        if (PostColumns.Taken.Contains(column, StringComparer.Ordinal))
        {
            return column;
        }

        return refused.Failure == FailureCatalogue.PrivacyNotAllowed
            ? PostColumns.PrivacyLevel
            : SourceOf(refused.Failure, wish);
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

    // A refusal begins with what it is about: 'mode' must be ..., 'source.upload_id' must be ..., The caption has ...
    [GeneratedRegex(
        @"^('(source\.)?|The )(?<name>[a-z_]+)",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Named();
}
