namespace Clipyard.Sandbox.Media;

internal enum MediaKind
{
    Video,
    Audio,
    Image,
    Subtitle,
}
