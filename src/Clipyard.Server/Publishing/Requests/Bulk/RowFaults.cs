using Clipyard.Failures;
using Clipyard.Server.Api.Problems;
using Clipyard.Server.Csv;

namespace Clipyard.Server.Publishing.Requests.Bulk;

/// <summary>What is wrong with a table, row by row.</summary>
internal sealed class RowFaults
{
    /// <summary>How many are told; the rest is counted.</summary>
    public const int Told = 1_000;

    private readonly List<RowFault> _first = [];
    private readonly HashSet<Failure> _kinds = [];

    public int Count { get; private set; }

    /// <summary>Adds one.</summary>
    /// <param name="row">The row.</param>
    /// <param name="column">The column; null when it is about the row as a whole.</param>
    /// <param name="failure">Which failure.</param>
    /// <param name="message">What, in a sentence.</param>
    public void Add(CsvRow row, string? column, Failure failure, string message)
    {
        _kinds.Add(failure);
        if (++Count <= Told)
        {
            _first.Add(new RowFault(row.Number, row.Line, column, failure.Code, message));
        }
    }

    /// <summary>Refuses the table if there is any.</summary>
    /// <exception cref="RowsRefusedException">There is.</exception>
    public void ThrowIfAny()
    {
        if (Count > 0)
        {
            throw new RowsRefusedException(
                _kinds.Count == 1 ? _kinds.Single() : FailureCatalogue.InvalidParameter,
                $"{Count:N0} {(Count == 1 ? "error" : "errors")} in the file; nothing was created. First, row {_first[0].Row}: {_first[0].Message}",
                _first,
                Count
            );
        }
    }
}
