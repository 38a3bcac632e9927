using System.Text;

namespace Clipyard.TikTokApi.Posting;

/// <summary>The right to upload one video, for one hour. Printing it does not show the address.</summary>
/// <param name="PublishId">The post that the video becomes.</param>
/// <param name="Address">Where the chunks go. It holds a secret: store it encrypted, log it nowhere.</param>
/// <param name="Plan">The chunks that were announced.</param>
public sealed record UploadTicket(PublishId PublishId, Uri Address, ChunkPlan Plan)
{
    private bool PrintMembers(StringBuilder text)
    {
        text.Append("PublishId = ").Append(PublishId).Append(", Plan = ").Append(Plan);
        return true;
    }
}
