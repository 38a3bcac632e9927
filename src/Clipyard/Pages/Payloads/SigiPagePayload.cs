namespace Clipyard.Pages.Payloads;

/// <summary>The status of a page of 2021 to 2023.</summary>
internal sealed class SigiPagePayload
{
    public long? StatusCode { get; set; }

    public string? StatusMsg { get; set; }

    /// <summary>The post that it is about, where it says so.</summary>
    public string? ItemId { get; set; }
}
