using System.Net.Http.Headers;
using System.Text.Json;
using Clipyard.Client.Http;

namespace Clipyard.Client.Posts;

/// <summary>Makes the requests of imports and exports.</summary>
internal static class PostTables
{
    // Ten thousand rows are checked before there is an answer.
    private static readonly TimeSpan LongestImport = TimeSpan.FromMinutes(10);

    /// <summary>The request that sends a table.</summary>
    /// <param name="open">Opens it anew for every try.</param>
    /// <param name="options">How it is imported.</param>
    public static ServerRequest Import(Func<Stream> open, PostImportOptions options) =>
        new(
            HttpMethod.Post,
            QueryText.Of(
                "api/posts/import",
                ("dry_run", QueryText.Flag(options.DryRun)),
                ("delimiter", options.Delimiter)
            ),
            "import posts"
        )
        {
            // A caller's key is not for dry runs: one after the import would be answered with what that made.
            IdempotencyKey = options is { DryRun: false, IdempotencyKey: { } given } ? given : ServerRequest.NewKey(),
            Timeout = LongestImport,
            Content = () =>
                new StreamContent(open()) { Headers = { ContentType = new MediaTypeHeaderValue("text/csv") } },
        };

    /// <summary>The request that fetches posts as a table.</summary>
    public static ServerRequest Export(PostExportOptions options) =>
        ServerRequest.Get(
            QueryText.Of(
                "api/posts/export",
                ("format", options.Format == PostExportFormat.Json ? "json" : null),
                ("raw", QueryText.Flag(options.Raw)),
                ("state", States(options.States)),
                ("account_id", options.AccountId),
                ("from", QueryText.Instant(options.From)),
                ("to", QueryText.Instant(options.To))
            ),
            "export posts"
        );

    private static string? States(IReadOnlyList<PostState> states) =>
        states.Count == 0 ? null : string.Join(',', states.Select(state => QueryText.Word<PostState>(state)));
}
