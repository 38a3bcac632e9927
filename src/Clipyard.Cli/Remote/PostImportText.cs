using Clipyard.Cli.Progress;
using Clipyard.Client;
using Clipyard.Client.Posts;
using Clipyard.Failures;

namespace Clipyard.Cli.Remote;

/// <summary>Puts what came of a table into words for people.</summary>
internal static class PostImportText
{
    /// <summary>A row's fault: where, what, what to do.</summary>
    public static string Line(string file, RowError error)
    {
        var fault = Document(error);
        var column = error.Column is { } name ? $"{name}: " : "";
        var remedy = fault.Remedy is { } todo ? $" Remedy: {todo}" : "";
        return Printable.Line($"{file}:{error.Row}: {column}{fault.Message}{remedy}");
    }

    /// <summary>The same for programs.</summary>
    public static RowErrorDocument Document(RowError error)
    {
        var known = FailureCatalogue.Find(error.Code);
        var message = error.Message ?? known?.Message ?? error.Code;
        return new RowErrorDocument(error.Row, error.Line, error.Column, error.Code, message, known?.Remedy);
    }

    /// <summary>What came of it, in one line.</summary>
    public static string Summary(string file, PostImport import)
    {
        var posts = Posts(import.Accepted);
        return (import.DryRun, import.Repeated) switch
        {
            (true, _) => $"{Printable.Line(file)}: everything is in order, {posts}; nothing was made",
            (_, true) =>
                $"{Printable.Line(file)}: {posts} of an earlier import with the same key; nothing was made now "
                    + "(--idempotency-key with another key makes them once more)",
            _ => $"{Printable.Line(file)}: {posts} made",
        };
    }

    /// <summary>How much is wrong, in one line.</summary>
    public static string Summary(string file, ServerException refused)
    {
        var things = refused.RowErrorCount == 1 ? "1 thing is" : $"{refused.RowErrorCount:#,0} things are";
        var told =
            refused.RowErrors.Count < refused.RowErrorCount ? $", the first {refused.RowErrors.Count:#,0} above" : "";
        return $"{Printable.Line(file)}: {things} wrong{told}; nothing was made";
    }

    private static string Posts(int count) => count == 1 ? "1 post" : $"{count:#,0} posts";
}
