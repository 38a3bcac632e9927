using System.Globalization;
using Clipyard.Failures;

namespace Clipyard.Server.Network;

/// <summary>Checks what can be seen of an address without asking anybody.</summary>
internal sealed class AddressForm(TrustedOrigins trusted)
{
    private const int LongestAddress = 2_048;
    private const string Refused = "It has characters that no address has.";

    /// <summary>Reads an address.</summary>
    /// <exception cref="ClipyardException"><c>url_not_allowed</c>, with the reason.</exception>
    public Uri Check(string? address)
    {
        var text = address?.Trim(' ') ?? "";
        if (text.Length > LongestAddress)
        {
            throw Refuse($"It is longer than {LongestAddress} characters.");
        }

        if (text.Any(c => char.IsControl(c) || char.IsWhiteSpace(c) || c == '\\'))
        {
            throw Refuse(Refused);
        }

        var scheme = SchemeOf(text);
        var (host, port) = SplitAuthority(AuthorityOf(text, scheme));
        if (HostForm.FaultOf(host) is { } fault)
        {
            throw Refuse(fault);
        }

        var uri = Read(text, scheme, host, port);
        if (!trusted.Contains(uri))
        {
            CheckStranger(uri, host);
        }

        return uri;
    }

    /// <inheritdoc cref="TrustedOrigins.DetourOf"/>
    public Uri? DetourOf(Uri address) => trusted.DetourOf(address);

    /// <inheritdoc cref="TrustedOrigins.Contains"/>
    public bool IsTrusted(Uri address) => trusted.Contains(address);

    /// <summary>Why an address may not be fetched.</summary>
    public static ClipyardException Refuse(string reason) => new(FailureCatalogue.UrlNotAllowed, reason);

    private static void CheckStranger(Uri uri, string host)
    {
        if (uri.Scheme != Uri.UriSchemeHttps)
        {
            throw Refuse("Only https is fetched.");
        }

        if (!uri.IsDefaultPort)
        {
            throw Refuse("Only port 443 is asked.");
        }

        if (HostForm.IsInner(host))
        {
            throw Refuse("Its host is not on the public internet.");
        }
    }

    private static string SchemeOf(string text)
    {
        string[] schemes = [Uri.UriSchemeHttps, Uri.UriSchemeHttp];
        return Array.Find(schemes, scheme => text.StartsWith(scheme + "://", StringComparison.OrdinalIgnoreCase))
            ?? throw Refuse("It must begin with https://.");
    }

    private static string AuthorityOf(string text, string scheme)
    {
        var rest = text[(scheme.Length + 3)..];
        var end = rest.AsSpan().IndexOfAny('/', '?', '#');
        var authority = end < 0 ? rest : rest[..end];
        if (authority.Contains('@', StringComparison.Ordinal))
        {
            throw Refuse("It carries a user name or password.");
        }

        return authority.Contains('%', StringComparison.Ordinal)
            ? throw Refuse("Its host is percent-encoded.")
            : authority;
    }

    private static (string Host, int? Port) SplitAuthority(string authority)
    {
        var colon = authority.LastIndexOf(':');
        if (colon < 0 || authority.EndsWith(']'))
        {
            return (authority, null);
        }

        var digits = authority[(colon + 1)..];
        return
            digits.Length is >= 1 and <= 5
            && digits.All(char.IsAsciiDigit)
            && int.Parse(digits, CultureInfo.InvariantCulture) is >= 1 and <= 65_535 and var port
            ? (authority[..colon], port)
            : throw Refuse("Its port is no number from 1 to 65,535.");
    }

    // What is connected to is what the framework understands: it must have understood what was checked.
    private static Uri Read(string text, string scheme, string host, int? port)
    {
        var isSame =
            Uri.TryCreate(text, UriKind.Absolute, out var uri)
            && uri.Scheme == scheme
            && uri.UserInfo.Length == 0
            && IsSameHost(uri, host)
            && (port is null ? uri.IsDefaultPort : uri.Port == port);
        return isSame && uri is not null ? uri : throw Refuse(Refused);
    }

    private static bool IsSameHost(Uri uri, string host) =>
        HostForm.TryAddress(host, out var address)
            ? HostForm.TryAddress(uri.Host, out var understood) && understood.Equals(address)
            : string.Equals(uri.IdnHost, host, StringComparison.OrdinalIgnoreCase);
}
