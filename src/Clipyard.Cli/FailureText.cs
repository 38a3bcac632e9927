using System.Globalization;
using Clipyard.Cli.Progress;
using Clipyard.Client;
using Clipyard.Failures;

namespace Clipyard.Cli;

/// <summary>Puts failures into words for people.</summary>
internal static class FailureText
{
    /// <summary>What happened, when it may work again, and what to do.</summary>
    public static IEnumerable<string> Lines(string? given, ClipyardException error)
    {
        var subject = given is null ? "" : Printable.Line(given, 200) + ": ";
        yield return $"clipyard: {subject}{Printable.Line(error.Message)}";
        if (error.RetryAfter is { } wait)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"  wait: {Math.Ceiling(wait.TotalSeconds):0} s");
        }

        foreach (var remedy in error.Remedies)
        {
            yield return $"  remedy: {Printable.Line(remedy)}";
        }

        if (error is ServerException { RequestId: { } request })
        {
            yield return $"  request: {Printable.Line(request, 100)} (in the server's log)";
        }
    }

    /// <summary>Names what the program itself ran into.</summary>
    public static ClipyardException Name(Exception error) =>
        error switch
        {
            ClipyardException named => named,
            IOException io when IsDiskFull(io) => new ClipyardException(FailureCatalogue.StorageFull, null, io),
            IOException or UnauthorizedAccessException => new ClipyardException(
                FailureCatalogue.StorageUnavailable,
                error.Message,
                error
            ),
            _ => new ClipyardException(
                FailureCatalogue.InternalError,
                $"{error.GetType().Name}: {error.Message}",
                error
            ),
        };

    /// <summary>ENOSPC and EDQUOT on Linux, ERROR_DISK_FULL and ERROR_HANDLE_DISK_FULL on Windows.</summary>
    private static bool IsDiskFull(IOException error) =>
        error.HResult is 28 or 122 || (error.HResult & 0xFFFF) is 112 or 39 && OperatingSystem.IsWindows();
}
