using Clipyard.Cli.Options;
using Clipyard.Client.Archive;
using Clipyard.Failures;

namespace Clipyard.Cli.Remote;

/// <summary>Prints a verification and decides the exit code.</summary>
internal static class VerifyOutcome
{
    public static async Task TellAsync(
        CliSession session,
        VerifyReport report,
        string? person,
        CancellationToken cancellationToken
    )
    {
        if (session.Json)
        {
            session.Screen.Result(RemoteJson.Of(new VerifyDocument(person, report)));
        }
        else
        {
            foreach (var finding in report.Findings.Concat(report.Notes))
            {
                session.Screen.Result(VerifyText.Line(finding));
            }

            session.Screen.Notice((person is null ? "" : $"{person}: ") + VerifyText.Summary(report));
        }

        if (!report.Success)
        {
            // Damage is found at rest; the code is that of bytes that are not what they should be.
            session.Outcomes.Add(FailureCatalogue.MediaCorrupt);
        }
        else if (session.Settings.Text(VerifyOptionSet.WriteHead) is { } file)
        {
            await HeadsFile.WriteAsync(file, report.Heads, cancellationToken);
        }
    }
}
