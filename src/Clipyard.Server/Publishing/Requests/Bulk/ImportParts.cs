using System.ComponentModel;
using Microsoft.AspNetCore.Http;

namespace Clipyard.Server.Publishing.Requests.Bulk;

/// <summary>A table in a form. For the document; it is read as it comes.</summary>
internal sealed record ImportParts
{
    [Description("CSV, as a body of its own (text/csv) or as this part of a form.")]
    public required IFormFile File { get; init; }
}
