using System.ComponentModel;
using Clipyard.Failures;
using Microsoft.AspNetCore.Mvc;

namespace Clipyard.Server.Uploads.Tus;

/// <summary>The headers that begin an upload, as given.</summary>
internal sealed record BeginHeaders
{
    [FromHeader(Name = TusProtocol.ResumableHeader)]
    [Description("1.0.0")]
    public string? Version { get; init; }

    [FromHeader(Name = TusProtocol.LengthHeader)]
    [Description("How many bytes the whole file has.")]
    public string? Length { get; init; }

    [FromHeader(Name = TusProtocol.DeferLengthHeader)]
    [Description("Not supported: the length must be known.")]
    public string? DeferLength { get; init; }

    [FromHeader(Name = TusProtocol.MetadataHeader)]
    [Description("Pairs of a key and a Base64 value with commas between; filename is kept as the file's name.")]
    public string? Metadata { get; init; }

    /// <exception cref="ClipyardException"><c>invalid_parameter</c>.</exception>
    public long ReadLength() =>
        DeferLength is null
            ? TusProtocol.ReadBytes(TusProtocol.LengthHeader, Length)
            : throw new ClipyardException(
                FailureCatalogue.InvalidParameter,
                $"{TusProtocol.DeferLengthHeader} is not supported."
            )
            {
                Remedies = [$"Say the file's length with {TusProtocol.LengthHeader}."],
            };
}
