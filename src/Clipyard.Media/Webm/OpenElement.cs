using System.Runtime.InteropServices;

namespace Clipyard.Media.Webm;

/// <summary>An element whose content is passing by. <see cref="End"/> is null when it did not say where it ends.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct OpenElement(uint Id, long? End);
