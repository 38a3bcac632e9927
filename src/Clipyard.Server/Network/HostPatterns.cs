using System.Text.RegularExpressions;
using Clipyard.Failures;

namespace Clipyard.Server.Network;

/// <summary>Lists of hosts that addresses have to be on, such as <c>*.example.com</c>.</summary>
/// <remarks>
/// A <c>*</c> that is the whole first label stands for one label or more, any other for a part of one label: so
/// <c>s3.*.amazonaws.com</c> means regions and nothing deeper. With a port, <c>127.0.0.1:8080</c>, only that port counts.
/// </remarks>
internal static partial class HostPatterns
{
    private const string AnyLabels = "*";

    /// <summary>Whether a pattern is none; null: it is fine.</summary>
    public static string? FaultOf(string pattern) =>
        Form().IsMatch(pattern)
            ? null
            : $"'{pattern}' must be a host such as example.com, *.example.com or s3.*.example.com";

    /// <summary>Whether an address is on one of the hosts.</summary>
    public static bool Match(IEnumerable<string> patterns, Uri address) =>
        patterns.Any(pattern => IsMatch(pattern, address));

    /// <summary>The address, if it may be asked.</summary>
    /// <param name="patterns">Null: all hosts.</param>
    /// <param name="address">The address.</param>
    /// <exception cref="ClipyardException"><c>url_not_allowed</c>.</exception>
    public static Uri Within(IReadOnlyCollection<string>? patterns, Uri address) =>
        patterns is null || Match(patterns, address)
            ? address
            : throw AddressForm.Refuse($"Its host {address.Host} is not one of {string.Join(", ", patterns)}.");

    private static bool IsMatch(string pattern, Uri address)
    {
        var (host, port) = Split(pattern);
        return (port is null || port == address.Port.ToString(System.Globalization.CultureInfo.InvariantCulture))
            && (host[0] == '[' ? IsSame(host, address.Host) : AreLabels(host.Split('.'), address.IdnHost.Split('.')));
    }

    private static (string Host, string? Port) Split(string pattern)
    {
        var colon = pattern.LastIndexOf(':');
        return colon < 0 || pattern[^1] == ']' ? (pattern, null) : (pattern[..colon], pattern[(colon + 1)..]);
    }

    private static bool AreLabels(string[] wanted, string[] labels)
    {
        var isOpen = wanted[0] == AnyLabels;
        if (isOpen ? labels.Length < wanted.Length : labels.Length != wanted.Length)
        {
            return false;
        }

        var more = labels.Length - wanted.Length;
        return Enumerable
            .Range(isOpen ? 1 : 0, wanted.Length - (isOpen ? 1 : 0))
            .All(index => IsLabel(wanted[index], labels[index + more]));
    }

    private static bool IsLabel(string wanted, string label)
    {
        var star = wanted.IndexOf('*', StringComparison.Ordinal);
        return star < 0
            ? IsSame(wanted, label)
            : label.Length >= wanted.Length - 1
                && label.StartsWith(wanted[..star], StringComparison.OrdinalIgnoreCase)
                && label.EndsWith(wanted[(star + 1)..], StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsSame(string one, string other) =>
        string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(
        @"^(\[[0-9A-Fa-f:.]+\]|(?=[^.:])[A-Za-z0-9_-]*\*?[A-Za-z0-9_-]*(\.(?=[^.:])[A-Za-z0-9_-]*\*?[A-Za-z0-9_-]*)*)(:[0-9]{1,5})?$",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Form();
}
