using System.Net;
using System.Net.Sockets;

namespace Clipyard.Server.Network;

/// <summary>Which IP addresses are on the public internet. What is not listed as public is not.</summary>
/// <remarks>
/// IANA's special-purpose registries (RFC 6890 and what followed). For IPv6 the one block given out for public use is
/// taken, less what in it stands for something else, an IPv4 address above all.
/// </remarks>
internal static class PublicAddresses
{
    private static readonly IPNetwork[] Withheld =
    [
        .. Networks(
            "0.0.0.0/8", // this network
            "10.0.0.0/8", // private
            "100.64.0.0/10", // carrier-grade NAT; Alibaba's metadata
            "127.0.0.0/8", // loopback
            "168.63.129.16/32", // Azure's platform, inside every machine there, on an address that looks public
            "169.254.0.0/16", // link-local; metadata of most clouds
            "172.16.0.0/12", // private
            "192.0.0.0/24", // protocol assignments; Oracle's metadata
            "192.0.2.0/24", // documentation
            "192.31.196.0/24", // AS112
            "192.52.193.0/24", // multicast tunnels
            "192.88.99.0/24", // relays of 6to4
            "192.168.0.0/16", // private
            "192.175.48.0/24", // AS112
            "198.18.0.0/15", // benchmarks
            "198.51.100.0/24", // documentation
            "203.0.113.0/24", // documentation
            "224.0.0.0/4", // multicast
            "240.0.0.0/4" // reserved, broadcast
        ),
        .. Networks(
            "2001::/23", // protocol assignments: Teredo, benchmarks, ORCHID
            "2001:db8::/32", // documentation
            "2002::/16", // 6to4
            "2620:4f:8000::/48", // AS112
            "3fff::/20" // documentation
        ),
    ];

    // Loopback, mapped and compatible IPv4, NAT64, unique-local, link-local, site-local, multicast: all outside.
    private static readonly IPNetwork PublicIPv6 = IPNetwork.Parse("2000::/3");

    public static bool Contains(IPAddress address) =>
        address.AddressFamily switch
        {
            AddressFamily.InterNetwork => !IsWithheld(address),
            // IPNetwork takes a mapped address for the IPv4 one, which every IPv6 network may then seem to contain.
            AddressFamily.InterNetworkV6 => address is { ScopeId: 0, IsIPv4MappedToIPv6: false }
                && PublicIPv6.Contains(address)
                && !IsWithheld(address)
                && !IsIsatap(address),
            _ => false,
        };

    private static bool IsWithheld(IPAddress address) => Array.Exists(Withheld, network => network.Contains(address));

    // An IPv4 address in the lower half of any IPv6 one, by a tunnel between the two (RFC 5214).
    private static bool IsIsatap(IPAddress address)
    {
        Span<byte> bytes = stackalloc byte[16];
        return address.TryWriteBytes(bytes, out _)
            && bytes[8] is 0x00 or 0x02
            && bytes[9] == 0
            && bytes[10] == 0x5E
            && bytes[11] == 0xFE;
    }

    private static IEnumerable<IPNetwork> Networks(params string[] networks) =>
        networks.Select(text => IPNetwork.Parse(text));
}
