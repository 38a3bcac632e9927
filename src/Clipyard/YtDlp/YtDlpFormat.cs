namespace Clipyard.YtDlp;

/// <summary>One entry of <c>formats</c>.</summary>
internal sealed record YtDlpFormat
{
    public string? FormatId { get; init; }

    public string? FormatNote { get; init; }

    public string? Url { get; init; }

    public string? Ext { get; init; }

    public double? Width { get; init; }

    public double? Height { get; init; }

    public string? Vcodec { get; init; }

    public string? Acodec { get; init; }

    /// <summary>Kilobits a second.</summary>
    public double? Tbr { get; init; }

    public double? Filesize { get; init; }

    /// <summary><c>name=value; Domain=...; Path=/</c>, several one after the other.</summary>
    public string? Cookies { get; init; }
}
