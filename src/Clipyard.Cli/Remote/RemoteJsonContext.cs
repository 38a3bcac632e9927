using System.Text.Json.Serialization;
using Clipyard.Client.Archive;
using Clipyard.Client.Publishing;
using Clipyard.Client.Students;

namespace Clipyard.Cli.Remote;

/// <summary>What <c>-j</c> prints of a server's answers.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(IReadOnlyDictionary<string, ChainHead>), TypeInfoPropertyName = "ChainHeads")]
[JsonSerializable(typeof(HeadsDocument))]
[JsonSerializable(typeof(VerifyDocument))]
[JsonSerializable(typeof(PostImportDocument))]
[JsonSerializable(typeof(PublishingState))]
[JsonSerializable(typeof(Removal))]
[JsonSerializable(typeof(StoredVideo))]
[JsonSerializable(typeof(Student))]
[JsonSerializable(typeof(StudentInfo))]
[JsonSerializable(typeof(StudentLink))]
internal sealed partial class RemoteJsonContext : JsonSerializerContext;
