namespace Clipyard.Sandbox.Hosting;

/// <summary>What a host name stands for.</summary>
internal enum HostKind
{
    Foreign,
    Loopback,
    Site,
    ShortLink,
    Video,
    Delivery,
    Api,
    Upload,
}
