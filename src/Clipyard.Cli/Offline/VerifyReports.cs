using System.Text.Json;
using Clipyard.Server.Archive.Provenance.Verifying;
using Wire = Clipyard.Client.Archive;

namespace Clipyard.Cli.Offline;

/// <summary>Shows what was read here as a server would have answered it.</summary>
internal static class VerifyReports
{
    public static Wire.VerifyReport ToClient(VerifyReport report) =>
        new()
        {
            Success = report.Success,
            Checked = new Wire.VerifyChecked
            {
                Records = report.Checked.Records,
                Files = report.Checked.Files,
                Bytes = report.Checked.Bytes,
            },
            Findings = [.. report.Findings.Select(ToClient)],
            FindingsTotal = report.FindingsTotal,
            Notes = [.. report.Notes.Select(ToClient)],
            NotesTotal = report.NotesTotal,
            Erased = report.Erased,
            Heads = report.Heads.ToDictionary(
                pair => pair.Key,
                pair => new Wire.ChainHead(pair.Value.Seq, pair.Value.Hash),
                StringComparer.Ordinal
            ),
        };

    private static Wire.VerifyFinding ToClient(VerifyFinding finding) =>
        new()
        {
            Kind = JsonNamingPolicy.SnakeCaseLower.ConvertName($"{finding.Kind}"),
            Chain = finding.Chain,
            Seq = finding.Seq,
            VideoId = finding.VideoId,
            ObjectName = finding.ObjectName,
            Message = finding.Message,
        };
}
