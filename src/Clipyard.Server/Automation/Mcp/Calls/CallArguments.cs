using Clipyard.Failures;
using Clipyard.Server.Api;

namespace Clipyard.Server.Automation.Mcp.Calls;

/// <summary>Reads what several tools have among their arguments.</summary>
internal static class CallArguments
{
    /// <summary>How many rows a list gives out without a wish: a model reads every one of them.</summary>
    public const int RowsUnlessAsked = 20;

    /// <summary>The longest wait: shorter than clients wait for an answer.</summary>
    public const int LongestWait = 50;

    /// <exception cref="ClipyardException"><c>invalid_parameter</c>: missing, or no id.</exception>
    public static Guid Id(string name, string text) =>
        WordReader.Id(name, text) ?? throw Invalid($"The argument '{name}' is empty.");

    /// <exception cref="ClipyardException"><c>invalid_parameter</c>: out of range.</exception>
    public static TimeSpan Wait(int? seconds) =>
        seconds is null or (>= 0 and <= LongestWait)
            ? TimeSpan.FromSeconds(seconds ?? 0)
            : throw Invalid($"'wait_seconds' must be from 0 to {LongestWait}; it is {seconds}.");

    /// <summary>As lists of the HTTP interface read it.</summary>
    public static string Limit(int? limit) =>
        (limit ?? RowsUnlessAsked).ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static ClipyardException Invalid(string detail) => new(FailureCatalogue.InvalidParameter, detail);
}
