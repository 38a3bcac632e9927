using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;

namespace Clipyard.Server.Uploads.Tus;

/// <summary>The headers that come with further bytes, as given.</summary>
internal sealed record AppendHeaders
{
    [FromHeader(Name = TusProtocol.ResumableHeader)]
    [Description("1.0.0")]
    public string? Version { get; init; }

    [FromHeader(Name = TusProtocol.OffsetHeader)]
    [Description("Where the body begins: as many bytes as the server has.")]
    public string? Offset { get; init; }
}
