namespace Clipyard.Sandbox.Journals;

/// <summary>One request that the sandbox received. It is there before the answer leaves.</summary>
public sealed class JournalEntry
{
    private long _bytesSent;

    /// <summary>1 for the first request, then counting on.</summary>
    public required long Sequence { get; init; }

    /// <summary>When it arrived, by the sandbox's clock (UTC).</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>The Host header, without a port.</summary>
    public required string Host { get; init; }

    /// <summary>The method, e.g. <c>GET</c>.</summary>
    public required string Method { get; init; }

    /// <summary>The path, percent-decoded.</summary>
    public required string Path { get; init; }

    /// <summary>The query with its question mark, as received; empty without one.</summary>
    public required string Query { get; init; }

    /// <summary>Every request header; several values are joined with a comma.</summary>
    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    /// <summary>The class of the address.</summary>
    public required SandboxEndpoint Endpoint { get; init; }

    /// <summary>The post it was about, if any.</summary>
    public string? Post { get; internal set; }

    /// <summary>The account it was about, if any.</summary>
    public string? Creator { get; internal set; }

    /// <summary>The app it came from, where the official API could tell.</summary>
    public string? ClientKey { get; internal set; }

    /// <summary>The publishing task it was about, if any.</summary>
    public string? PublishId { get; internal set; }

    /// <summary>The body of a call of the official API; null for everything else, uploads included.</summary>
    public string? Body { get; internal set; }

    /// <summary>TikTok's code when the official API refused it.</summary>
    public string? Error { get; internal set; }

    /// <summary>The status of the answer; 0 when none was sent.</summary>
    public int Status { get; internal set; }

    /// <summary>How many bytes of the body were handed to the connection.</summary>
    public long BytesSent => Interlocked.Read(ref _bytesSent);

    /// <summary>The name of the fault that struck it, if any.</summary>
    public string? Fault { get; internal set; }

    /// <summary>The value of a request header, or null. Names are compared without letter case.</summary>
    public string? Header(string name) => Headers.GetValueOrDefault(name);

    internal void AddBytes(long count) => Interlocked.Add(ref _bytesSent, count);
}
