namespace Clipyard.Server.Tasks.Work;

/// <summary>Addresses of videos, as they may be told.</summary>
internal static class VideoAddress
{
    /// <summary>Without what follows the path: that may be a signature.</summary>
    public static string Shown(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var url) ? url.GetLeftPart(UriPartial.Path) : "an address";
}
