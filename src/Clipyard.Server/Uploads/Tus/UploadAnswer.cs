using System.ComponentModel;

namespace Clipyard.Server.Uploads.Tus;

/// <summary>An upload that was begun.</summary>
/// <param name="Success">True.</param>
/// <param name="UploadId">Its id: <c>source.upload_id</c> of a post.</param>
/// <param name="Offset">How many bytes are here.</param>
/// <param name="Length">How many there will be.</param>
/// <param name="ExpiresAt">When it ends unless a post takes it.</param>
internal sealed record UploadAnswer(
    bool Success,
    [property: Description("The upload's id: source.upload_id of a post.")] Guid UploadId,
    [property: Description("How many bytes are here.")] long Offset,
    [property: Description("How many there will be.")] long Length,
    [property: Description("When it ends unless a post takes it.")] DateTimeOffset ExpiresAt
)
{
    public static UploadAnswer Of(Upload upload) =>
        new(Success: true, upload.Id, upload.Offset, upload.Length ?? upload.Offset, upload.ExpiresAt);
}
