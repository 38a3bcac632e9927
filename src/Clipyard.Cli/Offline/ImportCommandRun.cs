using System.CommandLine;
using System.Text.Json;
using Clipyard.Cli.Options;
using Clipyard.Cli.Progress;
using Clipyard.Failures;
using Clipyard.Server.Archive.Importing;

namespace Clipyard.Cli.Offline;

/// <summary>Does what <c>clipyard import</c> says. Apart from the command, so that the server is loaded when needed.</summary>
internal static class ImportCommandRun
{
    public static async Task RunAsync(CliSession session, CancellationToken cancellationToken)
    {
        var settings = session.Settings;
        var request = new ImportRequest
        {
            UsersFile = ExistingFile(settings, ImportOptionSet.Users),
            VideosFile = ExistingFile(settings, ImportOptionSet.Videos),
            Folder = ExistingFolder(settings),
            DryRun = settings.Has(ImportOptionSet.Check),
        };
        var data = settings.Text(ServeOptionSet.Data) ?? DataFolder.Default;
        await using var server = await DataFolder.OpenAsync(session, data, cancellationToken);
        Tell(session, await ImportAsync());

        async Task<ImportReport> ImportAsync()
        {
            using var bar = session.Screen.BeginBytes("import");
            var person = settings.Text(VerifyOptionSet.Person);
            return await server.ImportAsync(request, person, new ByteCount(bar), cancellationToken);
        }
    }

    private static void Tell(CliSession session, ImportReport report)
    {
        if (session.Json)
        {
            var faults = report.Faults.ToList();
            session.Screen.Result(
                JsonSerializer.Serialize(
                    new ImportDocument(
                        report.Success,
                        report.DryRun,
                        report.Students,
                        report.Videos,
                        report.AlreadyKept,
                        report.Bytes,
                        report.FaultsTotal,
                        faults
                    ),
                    OfflineJsonContext.Default.ImportDocument
                )
            );
        }
        else
        {
            foreach (var fault in report.Faults)
            {
                session.Screen.Result(Printable.Line($"{fault.File}:{fault.Line}: {fault.Message}"));
            }

            session.Screen.Notice(Summary(report));
        }

        if (!report.Success)
        {
            session.Outcomes.Add(FailureCatalogue.InvalidParameter);
        }
    }

    private static string Summary(ImportReport report)
    {
        var counts =
            $"{report.Students:#,0} students, {report.Videos:#,0} videos ({TransferText.Size(report.Bytes)}), "
            + $"{report.AlreadyKept:#,0} kept before";
        return (report.Success, report.DryRun) switch
        {
            (false, _) => $"{report.FaultsTotal:#,0} things are wrong; nothing was imported",
            (true, true) => $"everything is in order: {counts}; nothing was written",
            (true, false) => $"imported {counts}",
        };
    }

    private static string ExistingFile(Settings settings, Option<string> option)
    {
        var file = Required(settings, option);
        return File.Exists(file) ? file : throw new UsageException($"There is no file '{file}'.");
    }

    private static string ExistingFolder(Settings settings)
    {
        var folder = Required(settings, ImportOptionSet.Files);
        return Directory.Exists(folder) ? folder : throw new UsageException($"There is no folder '{folder}'.");
    }

    private static string Required(Settings settings, Option<string> option) =>
        settings.Text(option)
        ?? throw new UsageException($"{option.Name} is missing: {option.HelpName} with {option.Description}.");

    // Not Progress<T>: a word must not come after the bar is gone.
    private sealed class ByteCount(IBytesDisplay bar) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => bar.Report(new BytesProgress(value.Bytes, TotalBytes: null));
    }
}
