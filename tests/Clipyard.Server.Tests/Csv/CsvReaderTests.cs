using Clipyard.Failures;
using Clipyard.Server.Csv;
using FsCheck;
using FsCheck.Fluent;

namespace Clipyard.Server.Tests.Csv;

public sealed class CsvReaderTests
{
    [Theory]
    [InlineData("a,b\r\nc,d\r\n", "a|b", "c|d")]
    [InlineData("a,b\nc,d", "a|b", "c|d")]
    [InlineData("a,b\rc,d", "a|b", "c|d")]
    [InlineData("\"a\",\"b,c\"\n", "a|b,c")]
    [InlineData("\"say \"\"hi\"\"\",x\n", "say \"hi\"|x")]
    [InlineData("\"two\nlines\",x\n", "two\nlines|x")]
    [InlineData("a,,\n", "a||")]
    [InlineData(",\n", "|")]
    [InlineData("\"\",x\n", "|x")]
    [InlineData("\n\na\n\n", "a")]
    [InlineData("a\"b,c\n", "a\"b|c")]
    [InlineData("")]
    public async Task Rows_are_read_as_the_standard_says(string text, params string[] rows) =>
        (await ReadAsync(text)).Select(row => string.Join('|', row.Fields)).ShouldBe(rows);

    [Fact]
    public async Task Rows_know_the_line_on_which_they_begin() =>
        (await ReadAsync("a\n\"b\nb\"\n\nc\n")).Select(row => row.Line).ShouldBe([1, 2, 5]);

    [Theory]
    [InlineData("a\n\"never\nclosed", "Line 2: the quote is never closed")]
    [InlineData("a\n\"closed\" x\n", "Line 2: nothing but a separator")]
    public async Task A_wrong_quote_is_named_with_its_line(string text, string message) =>
        (await Should.ThrowAsync<ClipyardException>(() => ReadAsync(text))).Message.ShouldContain(message);

    [Fact]
    public async Task A_missing_quote_does_not_swallow_the_file() =>
        (
            await Should.ThrowAsync<ClipyardException>(() => ReadAsync("\"" + new string('x', 2_000_000)))
        ).Message.ShouldContain("a quote is missing");

    [Fact]
    public void Whatever_is_written_is_read_again()
    {
        var field = Gen.ArrayOf(Gen.Elements("a", "b", ",", "\"", "\n", "\r\n", " ", "é")).Select(string.Concat);
        var rows = Gen.NonEmptyListOf(Gen.ArrayOf(field, 3));

        Prop.ForAll(
                rows.ToArbitrary(),
                table =>
                {
                    var text = string.Concat(table.Select(row => string.Join(',', row.Select(Quote)) + "\r\n"));
                    var read = ReadAsync(text).GetAwaiter().GetResult();
                    read.Select(row => string.Join('\0', row.Fields))
                        .ShouldBe(table.Select(row => string.Join('\0', row)));
                }
            )
            .QuickCheckThrowOnFailure();
    }

    private static string Quote(string field) => $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static async Task<List<CsvRow>> ReadAsync(string text)
    {
        List<CsvRow> rows = [];
        await foreach (
            var row in new CsvReader(new StringReader(text)).ReadAsync(TestContext.Current.CancellationToken)
        )
        {
            rows.Add(row);
        }

        return rows;
    }
}
