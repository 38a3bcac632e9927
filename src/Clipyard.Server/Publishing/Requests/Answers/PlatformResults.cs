namespace Clipyard.Server.Publishing.Requests.Answers;

/// <summary>What became of a request on every platform it named.</summary>
/// <param name="Tiktok">The only one there is.</param>
internal sealed record PlatformResults(PlatformResult Tiktok);
