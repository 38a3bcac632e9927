using System.Runtime.InteropServices;

namespace Clipyard.Media.Webm;

/// <summary>What to do with an element: go inside, keep its beginning, or pass over it.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ElementPlan(bool Enters, int BufferedBytes, bool NeedsWhole)
{
    /// <summary>Track number, time, flags, the count of a lace, and the first byte of what is inside.</summary>
    public const int BlockStartBytes = 13;

    private const int DocumentHeaderBytes = 4096;
    private const int InfoBytes = 64 * 1024;

    /// <summary>Real lists have a few kilobytes; the settings of a decoder may add some.</summary>
    private const int TrackListBytes = 4 * 1024 * 1024;

    private static ElementPlan Enter => new(Enters: true, 0, NeedsWhole: false);

    private static ElementPlan PassOver => default;

    /// <summary>The plan for an element inside this parent; 0 is the file itself.</summary>
    public static ElementPlan For(uint id, uint parent) =>
        (parent, id) switch
        {
            (0, ElementId.Header) => Whole(DocumentHeaderBytes),
            (0, ElementId.Segment) => Enter,
            (ElementId.Segment, ElementId.Info) => Whole(InfoBytes),
            (ElementId.Segment, ElementId.Tracks) => Whole(TrackListBytes),
            (ElementId.Segment, ElementId.Cluster) => Enter,
            (ElementId.Cluster, ElementId.Timestamp) => Whole(8),
            (ElementId.Cluster, ElementId.SimpleBlock) => Start,
            (ElementId.Cluster, ElementId.BlockGroup) => Enter,
            (ElementId.BlockGroup, ElementId.Block) => Start,
            (ElementId.BlockGroup, ElementId.BlockDuration) => Whole(8),
            _ => PassOver,
        };

    private static ElementPlan Start => new(Enters: false, BlockStartBytes, NeedsWhole: false);

    private static ElementPlan Whole(int limit) => new(Enters: false, limit, NeedsWhole: true);
}
