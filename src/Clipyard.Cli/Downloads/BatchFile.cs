using System.Text;
using Clipyard.Cli.Options;

namespace Clipyard.Cli.Downloads;

/// <summary>Reads a file of URLs and names, one a line.</summary>
internal static class BatchFile
{
    /// <summary>Reads it; <c>-</c> is standard input.</summary>
    public static async Task<IReadOnlyList<string>> ReadAsync(
        string path,
        CliHost host,
        CancellationToken cancellationToken
    )
    {
        await using var stream = path is "-" ? host.OpenInput() : Open(path);
        // The reader takes a byte order mark away.
        using var reader = new StreamReader(stream, Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
        List<string> entries = [];
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
        {
            if (WithoutComment(line) is { Length: > 0 } entry)
            {
                entries.Add(entry);
            }
        }

        return entries;
    }

    private static FileStream Open(string path)
    {
        try
        {
            return File.OpenRead(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"The batch file '{path}' cannot be read: {error.Message}");
        }
    }

    /// <summary>A comment begins at the start of a line (<c>#</c>, as with yt-dlp also <c>;</c>) or after white space.</summary>
    private static string WithoutComment(string line)
    {
        var text = line.Trim();
        if (text is ['#' or ';' or ']', ..])
        {
            return "";
        }

        var comment = text.IndexOf(" #", StringComparison.Ordinal);
        return comment < 0 ? text : text[..comment].TrimEnd();
    }
}
