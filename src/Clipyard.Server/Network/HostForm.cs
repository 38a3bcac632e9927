using System.Buffers;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Clipyard.Server.Network;

/// <summary>Reads the host of an address the one way in which it cannot be misunderstood.</summary>
/// <remarks>
/// What parsers disagree about (decimal and octal IPv4, zones, trailing dots, letters that look like others) is refused
/// rather than understood: the check and the connection must mean the same host.
/// </remarks>
internal static class HostForm
{
    private const int LongestName = 253;
    private const int LongestLabel = 63;

    // No %: an address that holds only on one of this machine's cables is none to fetch from.
    private static readonly SearchValues<char> IPv6Characters = SearchValues.Create("0123456789abcdefABCDEF:.");

    // Ends of names that never lead to the public internet.
    private static readonly string[] InnerEnds =
    [
        "localhost",
        "local",
        "localdomain",
        "internal",
        "intranet",
        "private",
        "corp",
        "home",
        "lan",
        "home.arpa",
        "onion",
    ];

    /// <summary>Says what is wrong with how a host is written; null: nothing.</summary>
    public static string? FaultOf(string host)
    {
        if (host.Length == 0)
        {
            return "It names no host.";
        }

        if (!Ascii.IsValid(host))
        {
            return "Its host has letters beyond ASCII: write it as browsers send it, beginning with xn--.";
        }

        if (host[0] == '[')
        {
            return IsIPv6(host) ? null : "Its host is no IPv6 address as commonly written.";
        }

        if (EndsInNumber(host))
        {
            return IsPlainIPv4(host) ? null : "Its host is a number, but not four decimal ones with dots.";
        }

        return host.Length <= LongestName && Array.TrueForAll(host.Split('.'), IsLabel)
            ? null
            : "Its host is no name as commonly written.";
    }

    /// <summary>Whether a well-formed host can only be inside, whatever it resolves to.</summary>
    public static bool IsInner(string host) =>
        TryAddress(host, out var address)
            ? !PublicAddresses.Contains(address)
            : !host.Contains('.', StringComparison.Ordinal) || Array.Exists(InnerEnds, end => EndsIn(host, end));

    /// <summary>Reads a host that is an IP address.</summary>
    public static bool TryAddress(string host, out IPAddress address)
    {
        address = IPAddress.None;
        if ((host.StartsWith('[') || IsPlainIPv4(host)) && IPAddress.TryParse(host.Trim('[', ']'), out var read))
        {
            address = read;
            return true;
        }

        return false;
    }

    private static bool EndsIn(string host, string end) =>
        host.EndsWith(end, StringComparison.OrdinalIgnoreCase)
        && host.Length > end.Length
        && host[^(end.Length + 1)] == '.';

    private static bool IsIPv6(string host) =>
        host.Length > 2
        && host[^1] == ']'
        && !host.AsSpan(1, host.Length - 2).ContainsAnyExcept(IPv6Characters)
        && IPAddress.TryParse(host.AsSpan(1, host.Length - 2), out var address)
        && address.AddressFamily == AddressFamily.InterNetworkV6;

    // As the URL standard decides whether a host is meant as IPv4: by its last part.
    private static bool EndsInNumber(string host)
    {
        var last = host.TrimEnd('.').Split('.')[^1];
        return last.Length == 0
            || last.All(char.IsAsciiDigit)
            || (last.StartsWith("0x", StringComparison.OrdinalIgnoreCase) && last[2..].All(char.IsAsciiHexDigit));
    }

    private static bool IsPlainIPv4(string host)
    {
        var parts = host.Split('.');
        return parts.Length == 4 && Array.TrueForAll(parts, IsPlainByte);
    }

    private static bool IsPlainByte(string part) =>
        part.Length is >= 1 and <= 3
        && part.All(char.IsAsciiDigit)
        && (part.Length == 1 || part[0] != '0')
        && byte.TryParse(part, out _);

    private static bool IsLabel(string label) =>
        label.Length is >= 1 and <= LongestLabel
        && label[0] != '-'
        && label[^1] != '-'
        && label.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
}
