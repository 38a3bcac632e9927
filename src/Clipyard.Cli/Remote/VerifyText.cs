using Clipyard.Cli.Progress;
using Clipyard.Client.Archive;

namespace Clipyard.Cli.Remote;

/// <summary>Puts a verification into words for people.</summary>
internal static class VerifyText
{
    /// <summary>One thing that is wrong: <c>changed  7676039855859302657  tiktok/...mp4: ...</c>.</summary>
    public static string Line(VerifyFinding finding)
    {
        string?[] places =
        [
            finding.VideoId,
            finding.ObjectName,
            finding.Seq is { } seq ? $"{finding.Chain}#{seq}" : null,
        ];
        var place = string.Join("  ", places.OfType<string>().Select(text => Printable.Line(text)));
        return $"{Printable.Line(finding.Kind), -14}  {place}: {Printable.Line(finding.Message ?? "")}";
    }

    /// <summary>All of it in one line.</summary>
    public static string Summary(VerifyReport report)
    {
        var @checked = report.Checked ?? new VerifyChecked();
        List<string> parts =
        [
            $"{@checked.Records:#,0} records, {@checked.Files:#,0} files, {TransferText.Size(@checked.Bytes)} read again",
        ];
        if (report.Erased > 0)
        {
            parts.Add($"{report.Erased:#,0} erased on purpose");
        }

        if (report.NotesTotal > 0)
        {
            parts.Add($"{report.NotesTotal:#,0} oddities without damage");
        }

        parts.Add(
            report.FindingsTotal == 0 ? "everything as it was kept" : $"{report.FindingsTotal:#,0} things are wrong"
        );
        return string.Join("; ", parts);
    }
}
