using System.Runtime.CompilerServices;
using System.Text;
using Clipyard.Failures;

namespace Clipyard.Server.Archive.Importing;

/// <summary>Reads CSV as RFC 4180 has it, one row at a time; line ends may be LF, too. Empty lines are no rows.</summary>
internal sealed class CsvReader(TextReader text)
{
    /// <summary>No field of ours is nearly as long: a missing quote must not swallow a whole file into memory.</summary>
    private const int LongestField = 1 << 20;

    private readonly char[] _buffer = new char[16 * 1024];
    private int _next;
    private int _count;
    private int _line = 1;

    /// <exception cref="ClipyardException"><c>invalid_parameter</c>: a quote is wrong or missing, with the line.</exception>
    public async IAsyncEnumerable<CsvRow> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (await PeekAsync(cancellationToken) is not null)
        {
            var line = _line;
            var fields = await ReadRowAsync(cancellationToken);
            if (fields is not [""])
            {
                yield return new CsvRow(line, fields);
            }
        }
    }

    private async Task<List<string>> ReadRowAsync(CancellationToken cancellationToken)
    {
        List<string> fields = [];
        while (true)
        {
            fields.Add(
                await PeekAsync(cancellationToken) == '"'
                    ? await ReadQuotedAsync(cancellationToken)
                    : await ReadPlainAsync(cancellationToken)
            );
            var end = await TakeAsync(cancellationToken);
            if (end == ',')
            {
                continue;
            }

            if (end == '\r' && await PeekAsync(cancellationToken) == '\n')
            {
                await TakeAsync(cancellationToken);
            }

            return end is null or '\r' or '\n' ? fields : throw Fault("nothing but a comma may follow a closing quote");
        }
    }

    private async Task<string> ReadPlainAsync(CancellationToken cancellationToken)
    {
        var field = new StringBuilder();
        while (await PeekAsync(cancellationToken) is { } c and not (',' or '\r' or '\n'))
        {
            Append(field, c);
            await TakeAsync(cancellationToken);
        }

        return field.ToString();
    }

    private async Task<string> ReadQuotedAsync(CancellationToken cancellationToken)
    {
        var opened = _line;
        var field = new StringBuilder();
        await TakeAsync(cancellationToken);
        while (await TakeAsync(cancellationToken) is { } c)
        {
            if (c != '"')
            {
                Append(field, c);
            }
            else if (await PeekAsync(cancellationToken) == '"')
            {
                Append(field, '"');
                await TakeAsync(cancellationToken);
            }
            else
            {
                return field.ToString();
            }
        }

        _line = opened;
        throw Fault("the quote is never closed");
    }

    private void Append(StringBuilder field, char c)
    {
        if (field.Length == LongestField)
        {
            throw Fault($"a field is longer than {LongestField} characters: a quote is missing");
        }

        field.Append(c);
    }

    private async ValueTask<char?> PeekAsync(CancellationToken cancellationToken)
    {
        if (_next == _count)
        {
            (_next, _count) = (0, await text.ReadAsync(_buffer, cancellationToken));
        }

        return _count == 0 ? null : _buffer[_next];
    }

    private async ValueTask<char?> TakeAsync(CancellationToken cancellationToken)
    {
        var c = await PeekAsync(cancellationToken);
        if (c is not null)
        {
            _next++;
            _line += c == '\n' ? 1 : 0;
        }

        return c;
    }

    private ClipyardException Fault(string what) => new(FailureCatalogue.InvalidParameter, $"Line {_line}: {what}.");
}
