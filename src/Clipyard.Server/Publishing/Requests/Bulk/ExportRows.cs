using System.Globalization;
using Clipyard.Server.Api;
using Clipyard.Server.Publishing.Requests.Listing;
using CsvHelper;
using CsvHelper.Configuration;

namespace Clipyard.Server.Publishing.Requests.Bulk;

/// <summary>Writes posts as rows of CSV.</summary>
internal static class ExportRows
{
    private static readonly CsvConfiguration Configuration = new(CultureInfo.InvariantCulture) { NewLine = "\r\n" };

    // What makes a caption of several parts is not kept; the caption is.
    private static readonly string[] Columns =
    [
        .. PostColumns.Taken.Where(name => name != PostColumns.Description),
        .. PostColumns.ReadOnly,
    ];

    /// <summary>The columns' names.</summary>
    public static string Header() => Write([Columns], raw: true);

    /// <summary>A page of posts.</summary>
    public static string Of(IReadOnlyList<ListedPost> page, bool raw) =>
        Write(page.Select(one => Columns.Select(CellsOf(one).GetValueOrDefault)), raw);

    private static string Write(IEnumerable<IEnumerable<string?>> rows, bool raw)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var csv = new CsvWriter(text, Configuration))
        {
            foreach (var row in rows)
            {
                foreach (var cell in row)
                {
                    csv.WriteField(raw || cell is null ? cell : FormulaGuard.Guard(cell));
                }

                csv.NextRecord();
            }
        }

        return text.ToString();
    }

    private static Dictionary<string, string?> CellsOf(ListedPost listed)
    {
        var (post, answer, settings) = (listed.Post, listed.Answer, listed.Post.Settings);
        return new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            [PostColumns.VideoUrl] = post.Source.Url,
            [PostColumns.ClipId] = post.Source.ClipId,
            [PostColumns.UploadId] = post.Source.UploadId?.ToString(),
            [PostColumns.Images] = post.Source.Images is { } images ? string.Join(' ', images) : null,
            [PostColumns.Content] = post.Caption,
            [PostColumns.Title] = post.PhotoTitle,
            [PostColumns.Mode] = WordReader.NameOf(post.Mode),
            [PostColumns.AccountId] = post.AccountId.ToString(),
            [PostColumns.Account] = answer.Account.Username,
            [PostColumns.PrivacyLevel] = settings.PrivacyLevel,
            [PostColumns.DisableComment] = Word(settings.DisableComment),
            [PostColumns.DisableDuet] = Word(settings.DisableDuet),
            [PostColumns.DisableStitch] = Word(settings.DisableStitch),
            [PostColumns.VideoCoverTimestampMs] = settings.VideoCoverTimestampMs?.ToString(
                CultureInfo.InvariantCulture
            ),
            [PostColumns.BrandContentToggle] = Word(settings.BrandContentToggle),
            [PostColumns.BrandOrganicToggle] = Word(settings.BrandOrganicToggle),
            [PostColumns.IsAigc] = Word(settings.IsAigc),
            [PostColumns.AutoAddMusic] = Word(settings.AutoAddMusic),
            [PostColumns.PhotoCoverIndex] = settings.PhotoCoverIndex.ToString(CultureInfo.InvariantCulture),
            [PostColumns.ScheduleTime] = Instant(answer.ScheduleTime),
            // An offset is no zone; it stands in the time itself.
            [PostColumns.ScheduleZone] = answer.ScheduleZone is ['+' or '-', ..] ? null : answer.ScheduleZone,
            [PostColumns.Approval] = Word(post.NeedsApproval),
            [PostColumns.Repair] = Word(post.Repair),
            [PostColumns.Transfer] = WordReader.NameOf(post.Transfer),
            ["post_id"] = post.Id.ToString(),
            ["state"] = WordReader.NameOf(post.State),
            ["status"] = answer.Status,
            ["kind"] = WordReader.NameOf(post.Kind),
            ["publish_id"] = post.PublishId,
            ["post_url"] = answer.PostUrl,
            ["post_ids"] = string.Join(' ', post.PostIds),
            ["failure_code"] = post.FailureCode,
            ["failure_detail"] = post.FailureDetail,
            ["approved_at"] = Instant(post.ApprovedAt),
            ["approved_by"] = post.ApprovedBy,
            ["task_id"] = post.TaskId?.ToString(),
            ["attempts"] = post.Attempts.ToString(CultureInfo.InvariantCulture),
            ["created_at"] = Instant(post.CreatedAt),
            ["updated_at"] = Instant(post.UpdatedAt),
            ["in_inbox_at"] = Instant(post.InInboxAt),
            ["ended_at"] = Instant(post.EndedAt),
        };
    }

    private static string Word(bool flag) => flag ? "true" : "false";

    private static string? Instant(DateTimeOffset? at) =>
        at?.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFzzz", CultureInfo.InvariantCulture);
}
