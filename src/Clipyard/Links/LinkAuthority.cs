namespace Clipyard.Links;

/// <summary>The part of an address that says whose it is: <c>user@host:port</c>.</summary>
internal readonly ref struct LinkAuthority
{
    private LinkAuthority(ReadOnlySpan<char> host, ReadOnlySpan<char> port, bool hasUserInfo, int length)
    {
        Host = host;
        Port = port;
        HasUserInfo = hasUserInfo;
        Length = length;
    }

    /// <summary>As written, without user information and port.</summary>
    public ReadOnlySpan<char> Host { get; }

    public bool HasUserInfo { get; }

    /// <summary>How many characters it takes, up to the path.</summary>
    public int Length { get; }

    /// <summary>Whether it is TikTok's own, on the port that its sites use.</summary>
    public bool IsTikTok =>
        Port is "" or "443" or "80" && (IsDomainOrBelow(Host, "tiktok.com") || IsDomainOrBelow(Host, "tiktokv.com"));

    /// <summary>The host in lower case, with the port where it is an odd one.</summary>
    public string Name => Port is "" or "443" or "80" ? Lower(Host) : $"{Lower(Host)}:{Port}";

    private ReadOnlySpan<char> Port { get; }

    /// <summary>Reads the authority at the beginning of an address whose scheme is gone.</summary>
    /// <param name="text">The address after <c>://</c>, or all of it when it has no scheme.</param>
    /// <param name="hadScheme">Without a scheme only what looks like a host name counts as an address.</param>
    /// <param name="authority">What was read.</param>
    public static bool TryRead(ReadOnlySpan<char> text, bool hadScheme, out LinkAuthority authority)
    {
        // Browsers take a backslash for a slash; so `https://evil.test\@www.tiktok.com` is evil.test's.
        var end = text.IndexOfAny("/\\?#");
        var whole = end < 0 ? text : text[..end];

        var at = whole.LastIndexOf('@');
        var hostAndPort = whole[(at + 1)..];
        var portMark = hostAndPort.StartsWith('[')
            ? hostAndPort.IndexOf("]:", StringComparison.Ordinal) + 1
            : hostAndPort.IndexOf(':');
        var host = portMark > 0 ? hostAndPort[..portMark] : hostAndPort;
        var port = portMark > 0 ? hostAndPort[(portMark + 1)..] : "";

        authority = new LinkAuthority(host, port, at >= 0, whole.Length);
        return hadScheme ? host is not "" && host[0] != ':' : at < 0 && LooksLikeHost(host);
    }

    /// <summary>Labels with a dot between them, the last one of letters: <c>tiktok.com</c>, not <c>3.14</c>.</summary>
    private static bool LooksLikeHost(ReadOnlySpan<char> host)
    {
        var lastLabel = host[(host.TrimEnd('.').LastIndexOf('.') + 1)..].TrimEnd('.');
        if (host.IndexOf('.') <= 0 || lastLabel.Length < 2)
        {
            return false;
        }

        foreach (var character in host)
        {
            if (
                !char.IsLetterOrDigit(character)
                && character is not ('-' or '.' or '_')
                && !char.IsSurrogate(character)
            )
            {
                return false;
            }
        }

        return !lastLabel.ContainsAnyInRange('0', '9');
    }

    private static bool IsDomainOrBelow(ReadOnlySpan<char> host, string domain) =>
        host.EndsWith(domain, StringComparison.OrdinalIgnoreCase)
        && (host.Length == domain.Length || host[^(domain.Length + 1)] == '.')
        && host.Length <= 253;

    private static string Lower(ReadOnlySpan<char> host) => host.ToString().ToLowerInvariant();
}
