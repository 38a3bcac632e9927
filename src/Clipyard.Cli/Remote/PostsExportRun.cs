using System.Text;
using System.Text.Json;
using Clipyard.Cli.Files;
using Clipyard.Cli.Options;
using Clipyard.Cli.Progress;
using Clipyard.Client.Posts;

namespace Clipyard.Cli.Remote;

/// <summary>Does what <c>clipyard posts export</c> says.</summary>
internal static class PostsExportRun
{
    private const int BufferChars = 32 * 1024;
    private const int BufferBytes = 64 * 1024;

    // Nothing is taken for a byte-order mark: what the server sends is passed on as it is.
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static async Task RunAsync(CliSession session, string? output, CancellationToken cancellationToken)
    {
        var options = OptionsOf(session.Settings);
        var file = output is "-" ? null : output;
        ThrowIfNowhere(file);
        using var client = RemoteServer.Open(session);
        await using var table = await client.Posts.ExportAsync(options, cancellationToken);
        if (file is null)
        {
            await PrintAsync(table, session.Host.Out, cancellationToken);
            return;
        }

        var bytes = 0L;
        await WholeFile.WriteAsync(
            file,
            async (goal, token) => bytes = await CopyAsync(table, goal, token),
            cancellationToken
        );
        session.Screen.Notice($"wrote {Printable.Line(file)} ({TransferText.Size(bytes)})");
    }

    private static async Task PrintAsync(Stream table, TextWriter output, CancellationToken cancellationToken)
    {
        using var text = new StreamReader(table, Utf8, detectEncodingFromByteOrderMarks: false, leaveOpen: true);
        var buffer = new char[BufferChars];
        int count;
        while ((count = await text.ReadAsync(buffer, cancellationToken)) > 0)
        {
            await output.WriteAsync(buffer.AsMemory(0, count), cancellationToken);
        }
    }

    // Counted on the way: a pipe cannot be asked for its length.
    private static async Task<long> CopyAsync(Stream table, Stream goal, CancellationToken cancellationToken)
    {
        var buffer = new byte[BufferBytes];
        var bytes = 0L;
        int count;
        while ((count = await table.ReadAsync(buffer, cancellationToken)) > 0)
        {
            await goal.WriteAsync(buffer.AsMemory(0, count), cancellationToken);
            bytes += count;
        }

        return bytes;
    }

    private static void ThrowIfNowhere(string? output)
    {
        if (output is null)
        {
            return;
        }

        if (Directory.Exists(output))
        {
            throw new UsageException($"'{output}' is a folder; name a file.");
        }

        if (!Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(output))))
        {
            throw new UsageException($"There is no folder for '{output}'.");
        }
    }

    private static PostExportOptions OptionsOf(Settings settings) =>
        new()
        {
            Format = settings.Text(PostsOptionSet.Format) is "json" ? PostExportFormat.Json : PostExportFormat.Csv,
            Raw = settings.Has(PostsOptionSet.Raw),
            States = StatesOf(settings.Text(PostsOptionSet.State)),
            AccountId = settings.Text(PostsOptionSet.Account),
            From = settings.Value(PostsOptionSet.From),
            To = settings.Value(PostsOptionSet.To),
        };

    private static PostState[] StatesOf(string? words)
    {
        var known = Enum.GetValues<PostState>()
            .Where(state => state != PostState.Unknown)
            .ToDictionary(NameOf, StringComparer.Ordinal);
        return
        [
            .. (words ?? "")
                .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(word =>
                    known.TryGetValue(word, out var state)
                        ? state
                        : throw new UsageException(
                            $"--state '{word}' does not fit. Give one or several of {string.Join(", ", known.Keys)}."
                        )
                ),
        ];
    }

    private static string NameOf(PostState state) => JsonNamingPolicy.SnakeCaseLower.ConvertName($"{state}");
}
