namespace Clipyard.Server.Network;

/// <summary>Something to be sent with POST to an address that somebody gave.</summary>
/// <param name="Address">Where to; it need not have been checked.</param>
/// <param name="Body">A JSON document, sent as it is.</param>
/// <param name="Headers">What goes with it, names and values.</param>
/// <param name="Timeout">How long all of it may take, the answer's beginning included.</param>
internal sealed record OutgoingCall(
    string Address,
    ReadOnlyMemory<byte> Body,
    IReadOnlyDictionary<string, string> Headers,
    TimeSpan Timeout
);
