using Clipyard.Cli.Documents;
using Clipyard.Cli.Options;
using Clipyard.Client;
using Clipyard.Client.Posts;
using Clipyard.Failures;

namespace Clipyard.Cli.Remote;

/// <summary>Does what <c>clipyard posts import</c> says.</summary>
internal static class PostsImportRun
{
    public static async Task RunAsync(CliSession session, string file, CancellationToken cancellationToken)
    {
        var settings = session.Settings;
        var table = await PostTable.FindAsync(session.Host, file, cancellationToken);
        var options = new PostImportOptions
        {
            DryRun = settings.Has(PostsOptionSet.DryRun),
            Delimiter = settings.Text(PostsOptionSet.Delimiter),
            IdempotencyKey = settings.Text(PostsOptionSet.IdempotencyKey) ?? await table.KeyAsync(cancellationToken),
        };
        using var client = RemoteServer.Open(session);
        try
        {
            var import = await client.Posts.ImportAsync(table.Open, options, cancellationToken);
            Tell(session, table, import);
        }
        catch (ServerException refused) when (refused.RowErrors.Count > 0)
        {
            Tell(session, table, options, refused);
        }
        catch (Exception error) when (!options.DryRun && IsOutcomeUnknown(error))
        {
            session.Screen.Notice(
                "clipyard: whether the server took the table is not known; the same command again makes nothing twice"
            );
            throw;
        }
    }

    // What the server refused it did not take; a lost answer may have been yes.
    private static bool IsOutcomeUnknown(Exception error) =>
        error is OperationCanceledException
        || (error is ClipyardException { Failure: var failure } && failure == FailureCatalogue.NetworkError);

    private static void Tell(CliSession session, PostTable table, PostImport import)
    {
        if (session.Json)
        {
            session.Screen.Result(
                RemoteJson.Of(
                    new PostImportDocument
                    {
                        File = table.Name,
                        Success = true,
                        DryRun = import.DryRun,
                        Repeated = import.Repeated,
                        ImportId = import.ImportId,
                        Rows = import.Rows,
                        Accepted = import.Accepted,
                        PostIds = import.PostIds,
                    }
                )
            );
            return;
        }

        foreach (var postId in import.PostIds)
        {
            session.Screen.Result(postId);
        }

        session.Screen.Notice(PostImportText.Summary(table.Name, import));
    }

    private static void Tell(CliSession session, PostTable table, PostImportOptions options, ServerException refused)
    {
        session.Outcomes.Add(refused.Failure);
        if (session.Json)
        {
            session.Screen.Result(
                RemoteJson.Of(
                    new PostImportDocument
                    {
                        File = table.Name,
                        Success = false,
                        DryRun = options.DryRun,
                        Failure = Describe.Failure(refused),
                        ErrorCount = refused.RowErrorCount,
                        Errors = [.. refused.RowErrors.Select(PostImportText.Document)],
                    }
                )
            );
            return;
        }

        foreach (var error in refused.RowErrors)
        {
            session.Screen.Result(PostImportText.Line(table.Name, error));
        }

        session.Screen.Notice(PostImportText.Summary(table.Name, refused));
    }
}
