using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;

namespace Clipyard.Server.Uploads.Tus;

/// <summary>The header of every request.</summary>
internal sealed record VersionHeader
{
    [FromHeader(Name = TusProtocol.ResumableHeader)]
    [Description("1.0.0")]
    public string? Version { get; init; }
}
