using Clipyard.Cli.Options;
using Clipyard.Cli.Progress;
using Clipyard.Cli.Remote;
using Clipyard.Server;
using Clipyard.Server.Archive.Provenance.Verifying;

namespace Clipyard.Cli.Offline;

/// <summary>Verifies the archives in a data folder without a server.</summary>
internal static class OfflineVerifyRun
{
    public static async Task RunAsync(CliSession session, string folder, CancellationToken cancellationToken)
    {
        var settings = session.Settings;
        var request = new VerifyRequest
        {
            StudentId = settings.Text(VerifyOptionSet.Student),
            Heads = settings.Text(VerifyOptionSet.Head) is { } file ? await HeadsAsync(file, cancellationToken) : null,
        };
        await using var server = await DataFolder.OpenAsync(session, folder, cancellationToken);
        foreach (var (person, report) in await VerifyAsync(session, server, request, cancellationToken))
        {
            await VerifyOutcome.TellAsync(session, VerifyReports.ToClient(report), person, cancellationToken);
        }
    }

    private static async Task<IReadOnlyDictionary<string, VerifyReport>> VerifyAsync(
        CliSession session,
        OfflineServer server,
        VerifyRequest request,
        CancellationToken cancellationToken
    )
    {
        var person = session.Settings.Text(VerifyOptionSet.Person);
        var people = await server.ListPeopleAsync(cancellationToken);
        if (person is null && people.Count > 1 && session.Settings.Text(VerifyOptionSet.WriteHead) is not null)
        {
            throw new UsageException("Heads belong to one person's archive: say whose with --person.");
        }

        using var bar = session.Screen.BeginBytes("read again");
        return await server.VerifyAsync(request, person, new ByteCount(bar), cancellationToken);
    }

    private static async Task<IReadOnlyDictionary<string, ChainHead>> HeadsAsync(
        string file,
        CancellationToken cancellationToken
    )
    {
        var heads = await HeadsFile.ReadAsync(file, cancellationToken);
        return heads.ToDictionary(
            pair => pair.Key,
            pair => new ChainHead(pair.Value.Seq, pair.Value.Hash),
            StringComparer.Ordinal
        );
    }

    // Not Progress<T>: a word must not come after the bar is gone.
    private sealed class ByteCount(IBytesDisplay bar) : IProgress<VerifyProgress>
    {
        public void Report(VerifyProgress value) => bar.Report(new BytesProgress(value.Bytes, TotalBytes: null));
    }
}
