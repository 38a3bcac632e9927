namespace Clipyard.Server.Archive.Importing;

/// <summary>An import from beginning to end: first everything is checked, then everything is taken over.</summary>
internal sealed class ImportRun(ImportCheck check, Importer importer)
{
    public async Task<ImportReport> RunAsync(
        ImportRequest request,
        IProgress<ImportProgress>? progress,
        CancellationToken cancellationToken
    )
    {
        var checkedRows = new ImportReport { DryRun = request.DryRun };
        var usernames = await check.RunAsync(request, checkedRows, progress, cancellationToken);
        if (request.DryRun || !checkedRows.Success)
        {
            return checkedRows;
        }

        await importer.LinkAsync(usernames, cancellationToken);
        var report = new ImportReport { Students = checkedRows.Students };
        await foreach (var row in ImportTable.ReadAsync(request.VideosFile, VideoRows.Required, cancellationToken))
        {
            if (VideoRows.Read(row, usernames, request.Folder, (_, _) => { }) is not { } video)
            {
                continue; // the file was changed since it was checked
            }

            if (await importer.ImportAsync(video, cancellationToken) is { } bytes)
            {
                report.Videos++;
                report.Bytes += bytes;
            }
            else
            {
                report.AlreadyKept++;
            }

            progress?.Report(new ImportProgress(IsChecking: false, report.Videos + report.AlreadyKept, report.Bytes));
        }

        return report;
    }
}
