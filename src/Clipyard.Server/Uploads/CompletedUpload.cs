namespace Clipyard.Server.Uploads;

/// <summary>A file that has arrived whole.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Sha256">Hex, lower case.</param>
/// <param name="ContentType">By content: <c>video/mp4</c>.</param>
/// <param name="FileName">What the sender called it; null when nobody said.</param>
internal sealed record CompletedUpload(Guid Id, long Bytes, string Sha256, string ContentType, string? FileName);
