using Clipyard.Client.Archive;

namespace Clipyard.Cli.Remote;

/// <summary>What <c>--write-head</c> writes.</summary>
internal sealed record HeadsDocument(IReadOnlyDictionary<string, ChainHead> Heads);
