using System.Net;
using Microsoft.Extensions.Configuration;

namespace Clipyard.Server.Api.Hosting;

/// <summary>Reads <see cref="ExposureOptions"/> and says what is wrong with them.</summary>
internal static class ExposureSettings
{
    public static ExposureOptions Read(IConfiguration configuration, IReadOnlyList<string> urls, SettingFaults faults)
    {
        var options = new ExposureOptions
        {
            Urls = [.. urls.Select(url => ReadUrl(url, faults)).OfType<Uri>()],
            PublicAddress = ReadPublicAddress(configuration["PublicAddress"], faults),
            KnownProxies =
            [
                .. List(configuration, "KnownProxies").Select(text => ReadNetwork(text, faults)).OfType<IPNetwork>(),
            ],
            AllowInsecure = ReadFlag(configuration, "AllowInsecure", faults),
            CorsOrigins =
            [
                .. List(configuration, "Cors:Origins").Select(text => ReadOrigin(text, faults)).OfType<string>(),
            ],
        };
        CheckListening(options, faults);
        return options;
    }

    /// <summary>Whether an address is this machine's own and no other's.</summary>
    public static bool IsLoopback(Uri address) => address.IsLoopback;

    private static void CheckListening(ExposureOptions options, SettingFaults faults)
    {
        foreach (var url in options.Urls.Where(url => !IsLoopback(url)))
        {
            if (url.Scheme != Uri.UriSchemeHttps && options.KnownProxies.Count == 0 && !options.AllowInsecure)
            {
                faults.Add(
                    $"Listening on {Shown(url)} without https would show keys to the network: use https, "
                        + "name the proxy in KnownProxies, listen on 127.0.0.1, or set AllowInsecure=true."
                );
            }

            if (IsEveryAddress(url) && options.PublicAddress is null)
            {
                faults.Add(
                    $"The server listens on every address ({Shown(url)}): set PublicAddress to the one callers use."
                );
            }
        }
    }

    private static bool IsEveryAddress(Uri url) =>
        url.Host is "any-address.invalid"
        || (
            IPAddress.TryParse(url.DnsSafeHost, out var ip)
            && (ip.Equals(IPAddress.Any) || ip.Equals(IPAddress.IPv6Any))
        );

    // Kestrel writes "every address" as + or *, which no address parser takes.
    private static Uri? ReadUrl(string url, SettingFaults faults)
    {
        var readable = url.Replace("://+", "://any-address.invalid", StringComparison.Ordinal)
            .Replace("://*", "://any-address.invalid", StringComparison.Ordinal);
        if (Uri.TryCreate(readable, UriKind.Absolute, out var address) && IsWeb(address))
        {
            return address;
        }

        faults.Add($"Urls: '{url}' is no address to listen on; write http://127.0.0.1:8000.");
        return null;
    }

    private static string Shown(Uri url) =>
        url.GetLeftPart(UriPartial.Authority).Replace("any-address.invalid", "*", StringComparison.Ordinal);

    private static Uri? ReadPublicAddress(string? text, SettingFaults faults)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        if (
            Uri.TryCreate(text, UriKind.Absolute, out var address)
            && IsWeb(address)
            && address is { Query: "", Fragment: "", UserInfo: "" }
        )
        {
            return address;
        }

        faults.Add(
            $"PublicAddress: '{text}' must be an http or https address without query, such as https://clips.example.com."
        );
        return null;
    }

    private static IPNetwork? ReadNetwork(string text, SettingFaults faults)
    {
        if (IPNetwork.TryParse(text, out var network))
        {
            return network;
        }

        if (IPAddress.TryParse(text, out var address))
        {
            return new IPNetwork(address, address.GetAddressBytes().Length * 8);
        }

        faults.Add($"KnownProxies: '{text}' is no IP address or network; write 10.0.0.5 or 10.0.0.0/24.");
        return null;
    }

    private static string? ReadOrigin(string text, SettingFaults faults)
    {
        if (
            Uri.TryCreate(text, UriKind.Absolute, out var origin)
            && IsWeb(origin)
            && origin is { PathAndQuery: "/", Fragment: "", UserInfo: "" }
        )
        {
            return origin.GetLeftPart(UriPartial.Authority);
        }

        faults.Add(
            $"Cors:Origins: '{text}' must be scheme and host, such as https://app.example.com; no path, no wildcard."
        );
        return null;
    }

    private static bool ReadFlag(IConfiguration configuration, string name, SettingFaults faults)
    {
        if (string.IsNullOrWhiteSpace(configuration[name]))
        {
            return false;
        }

        if (TruthWord.Read(configuration[name]) is { } flag)
        {
            return flag;
        }

        faults.Add($"{name}: '{configuration[name]}' must be true or false.");
        return false;
    }

    /// <summary>A list as JSON writes it (an array) or as the environment does (with commas).</summary>
    private static IEnumerable<string> List(IConfiguration configuration, string name)
    {
        var section = configuration.GetSection(name);
        return section.Value is { } text
            ? text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            : section.GetChildren().Select(child => child.Value).OfType<string>();
    }

    private static bool IsWeb(Uri address) =>
        address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps;
}
