using System.Globalization;
using System.Text;
using Clipyard.Failures;
using Codes = Clipyard.Cli.ExitCodes;

namespace Clipyard.Cli.Tests.ExitCodes;

/// <summary>Writes <c>docs/failures.md</c>.</summary>
internal static class FailuresPage
{
    private static readonly (string Title, int First, int Last)[] Groups =
    [
        ("The program and its command line", 1, 9),
        ("Links", 10, 19),
        ("There is nothing for us", 20, 29),
        ("No usable answer", 30, 39),
        ("Media", 40, 49),
        ("Keeping", 50, 59),
        ("Accounts and publishing", 60, 99),
        ("Requests and permissions", 100, 125),
    ];

    public static string Write()
    {
        var page = new StringBuilder(
            $"""
            # Failures and exit codes

            Written by a test from the failure catalogue (`Clipyard.Failures`) and the program's exit codes;
            `CLIPYARD_ACCEPT=1 ./test exitcodes` writes it anew.

            The same codes stand in exceptions (`ClipyardException.Code`), in `-j` output and in HTTP answers. They never
            change once released. *Waiting helps* says that the same request, unchanged, may succeed later.

            Exit codes beside those of single failures:

            | exit | meaning |
            |---:|---|
            | {Codes.Success} | Everything succeeded; nothing was asked that could not be done. |
            | {Codes.SeveralFailures} | Several items failed, and not all for the same reason. Each was named on standard error (with `-j` on standard output). |
            | {Codes.Interrupted} | Ctrl-C. What was fetched so far is kept as `NAME.part`; the same command goes on from there. |
            | {Codes.Terminated} | Ended by SIGTERM; as Ctrl-C. |

            When several items fail for the same reason, the exit code is that reason's.

            """
        );
        foreach (var (title, first, last) in Groups)
        {
            Append(page, title, first, last);
        }

        return page.ToString().ReplaceLineEndings("\n");
    }

    private static void Append(StringBuilder page, string title, int first, int last)
    {
        page.Append(CultureInfo.InvariantCulture, $"\n## {title}\n\n");
        page.Append("| exit | code | what happened | what to do | waiting helps |\n|---:|---|---|---|---|\n");
        foreach (var failure in FailureCatalogue.All.Where(IsHere).OrderBy(Codes.Of))
        {
            page.Append(CultureInfo.InvariantCulture, $"| {Codes.Of(failure)} | `{failure.Code}` | {failure.Message} ");
            page.Append(
                CultureInfo.InvariantCulture,
                $"| {failure.Remedy} | {(failure.IsTransient ? "yes" : "no")} |\n"
            );
        }

        bool IsHere(Failure failure) => Codes.Of(failure) is var code && code >= first && code <= last;
    }
}
