using System.Text.Json;
using System.Text.Json.Serialization;

namespace Clipyard.Server.Archive.Provenance.Verifying;

/// <summary>Kinds in snake case: <c>row_edited</c>.</summary>
internal sealed class VerifyFindingKindConverter()
    : JsonStringEnumConverter<VerifyFindingKind>(JsonNamingPolicy.SnakeCaseLower);
