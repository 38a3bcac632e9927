using System.Runtime.InteropServices;

namespace Clipyard.Media.Probing;

/// <summary>What holds for a fragment's samples when it says nothing else (<c>trex</c>, <c>tfhd</c>).</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct FragmentDefaults(uint Duration, uint Size);
