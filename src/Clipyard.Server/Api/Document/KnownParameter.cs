using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Clipyard.Server.Api.Document;

/// <summary>What is to be said of a parameter, wherever it stands.</summary>
/// <param name="Description">What it means and what it may be.</param>
/// <param name="Example">A value that works.</param>
/// <param name="Schema">What it may be, for machines; null when the framework's own guess is right.</param>
internal sealed record KnownParameter(string Description, JsonNode Example, Func<OpenApiSchema>? Schema = null);
