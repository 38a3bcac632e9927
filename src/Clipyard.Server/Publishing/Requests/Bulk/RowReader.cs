using System.Globalization;
using Clipyard.Failures;
using Clipyard.Server.Api;
using Clipyard.Server.Api.Problems;
using Clipyard.Server.Csv;
using Clipyard.Server.Publishing.Requests.Accepting;

namespace Clipyard.Server.Publishing.Requests.Bulk;

/// <summary>Makes the wish for a post out of a row.</summary>
internal sealed class RowReader(ImportColumns columns, ILookup<string, Guid> accounts, RowFaults faults)
{
    /// <summary>The wish; null when something in the row cannot be read, all of which is told.</summary>
    public PostWish? Read(CsvRow row)
    {
        var before = faults.Count;
        CheckForm(row);
        var wish = new PostWish
        {
            Source = SourceOf(row),
            Mode = Word(row, PostColumns.Mode),
            Transfer = Word(row, PostColumns.Transfer),
            AccountId = AccountOf(row),
            Texts = new PostTexts(
                Text(row, PostColumns.Content),
                Text(row, PostColumns.Title),
                Text(row, PostColumns.Description)
            ),
            Settings = SettingsOf(row),
            ScheduleTime = Word(row, PostColumns.ScheduleTime),
            ScheduleZone = Word(row, PostColumns.ScheduleZone),
            Repair = Flag(row, PostColumns.Repair) ?? false,
            Approval = Flag(row, PostColumns.Approval) ?? false,
        };
        return faults.Count == before ? wish : null;
    }

    private void CheckForm(CsvRow row)
    {
        if (row.Fields.Count > columns.Count)
        {
            Refuse(row, column: null, $"The row has {row.Fields.Count} fields, the header {columns.Count}.");
        }

        for (var place = 0; place < Math.Min(row.Fields.Count, columns.Count); place++)
        {
            if (row.Fields[place].Contains(ImportFile.Broken, StringComparison.Ordinal))
            {
                Refuse(row, columns.NameAt(place), "The text is broken: it is no UTF-8. Save the file as CSV UTF-8.");
            }
        }
    }

    private SourceBody SourceOf(CsvRow row) =>
        new()
        {
            Url = Word(row, PostColumns.VideoUrl),
            ClipId = Word(row, PostColumns.ClipId),
            UploadId = Word(row, PostColumns.UploadId),
            Images = Word(row, PostColumns.Images)?.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries),
        };

    private RowSettings SettingsOf(CsvRow row) =>
        new()
        {
            PrivacyLevel = Word(row, PostColumns.PrivacyLevel),
            DisableComment = Flag(row, PostColumns.DisableComment),
            DisableDuet = Flag(row, PostColumns.DisableDuet),
            DisableStitch = Flag(row, PostColumns.DisableStitch),
            VideoCoverTimestampMs = Number(row, PostColumns.VideoCoverTimestampMs),
            BrandContentToggle = Flag(row, PostColumns.BrandContentToggle),
            BrandOrganicToggle = Flag(row, PostColumns.BrandOrganicToggle),
            IsAigc = Flag(row, PostColumns.IsAigc),
            AutoAddMusic = Flag(row, PostColumns.AutoAddMusic),
            PhotoCoverIndex = Number(row, PostColumns.PhotoCoverIndex),
        };

    // By its id here or its @name; a table that was exported has both.
    private string? AccountOf(CsvRow row)
    {
        var column = Word(row, PostColumns.AccountId) is null ? PostColumns.Account : PostColumns.AccountId;
        if (Word(row, column) is not { } text || Guid.TryParse(text, out _))
        {
            return Word(row, column);
        }

        var known = accounts[text.TrimStart('@')].ToList();
        if (known.Count == 1)
        {
            return known[0].ToString();
        }

        faults.Add(
            row,
            column,
            known.Count == 0 ? FailureCatalogue.NotFound : FailureCatalogue.Conflict,
            known.Count == 0
                ? $"No account '{Shown.Short(text)}' is connected."
                : $"Several connected accounts are called '{Shown.Short(text)}': {string.Join(", ", known)}."
        );
        return null;
    }

    private string? Text(CsvRow row, string column) =>
        columns.Find(row, column) is { } cell ? FormulaGuard.Undo(cell) : null;

    private string? Word(CsvRow row, string column) => Text(row, column)?.Trim() is { Length: > 0 } word ? word : null;

    private bool? Flag(CsvRow row, string column)
    {
        var word = Word(row, column);
        var flag = TruthWord.Read(word);
        if (word is not null && flag is null)
        {
            Refuse(row, column, $"'{column}' must be true or false; it is '{Shown.Short(word)}'.");
        }

        return flag;
    }

    private int? Number(CsvRow row, string column)
    {
        if (Word(row, column) is not { } text)
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        Refuse(row, column, $"'{column}' must be a whole number; it is '{Shown.Short(text)}'.");
        return null;
    }

    private void Refuse(CsvRow row, string? column, string message) =>
        faults.Add(row, column, FailureCatalogue.InvalidParameter, message);

    private sealed record RowSettings : SettingsBody;
}
