namespace Clipyard.Server.Publishing.Requests.Uploading;

/// <summary>A form that has arrived whole.</summary>
/// <param name="UploadId">Its file.</param>
/// <param name="Fields">Its other parts.</param>
internal sealed record ReceivedForm(Guid UploadId, UploadFields Fields);
