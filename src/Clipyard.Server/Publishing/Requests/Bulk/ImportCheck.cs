using Clipyard.Failures;
using Clipyard.Server.Accounts;
using Clipyard.Server.Csv;
using Clipyard.Server.Publishing.Posts;
using Clipyard.Server.Publishing.Requests.Accepting;

namespace Clipyard.Server.Publishing.Requests.Bulk;

/// <summary>Checks the rows of a table as every other way of asking is checked, and makes nothing.</summary>
internal sealed class ImportCheck(PostAcceptance acceptance, PostSources sources, AccountListing accounts)
{
    // So many rows' clips are looked up with one query.
    private const int RowsAtOnce = 500;

    /// <summary>The posts as they would be, in the order of the rows.</summary>
    /// <exception cref="Api.Problems.RowsRefusedException">A row cannot be taken.</exception>
    public async Task<List<Post>> DraftAsync(
        ImportTable table,
        CallerRights caller,
        CancellationToken cancellationToken
    )
    {
        var faults = new RowFaults();
        var reader = new RowReader(table.Columns, await NamesAsync(cancellationToken), faults);
        var batch = new ImportBatch(acceptance, caller, faults);
        var waiting = new List<(CsvRow Row, PostWish Wish)>(RowsAtOnce);
        await foreach (var row in table.ReadAsync(cancellationToken))
        {
            if (reader.Read(row) is { } wish)
            {
                waiting.Add((row, wish));
            }

            if (waiting.Count == RowsAtOnce)
            {
                await DraftAsync(batch, waiting, cancellationToken);
            }
        }

        await DraftAsync(batch, waiting, cancellationToken);
        faults.ThrowIfAny();
        return batch.Posts;
    }

    private async Task DraftAsync(
        ImportBatch batch,
        List<(CsvRow Row, PostWish Wish)> waiting,
        CancellationToken cancellationToken
    )
    {
        var clips = waiting.Select(one => one.Wish.Source?.ClipId).OfType<string>().Distinct(StringComparer.Ordinal);
        batch.Lookups.Clips = await sources.KindsAsync([.. clips], cancellationToken);
        foreach (var (row, wish) in waiting)
        {
            await batch.DraftAsync(row, wish, cancellationToken);
        }

        waiting.Clear();
    }

    private async Task<ILookup<string, Guid>> NamesAsync(CancellationToken cancellationToken)
    {
        var status = await accounts.DescribeAsync(cancellationToken);
        return status.Accounts.ToLookup(
            account => account.Username ?? "",
            account => account.AccountId,
            StringComparer.OrdinalIgnoreCase
        );
    }
}
