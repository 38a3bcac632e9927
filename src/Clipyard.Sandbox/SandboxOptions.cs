namespace Clipyard.Sandbox;

/// <summary>How a sandbox is started.</summary>
public sealed record SandboxOptions
{
    /// <summary>The loopback port to listen on; 0 takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>Decides every made-up value (counts, tokens, challenges). Ids of the demo world do not depend on it.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Whether a CONNECT proxy with a throw-away certificate authority is started as well.</summary>
    public bool Intercept { get; init; }

    /// <summary>The loopback port of the CONNECT proxy; 0 takes a free one.</summary>
    public int InterceptPort { get; init; }

    /// <summary>Where the certificate authority is written (PEM); null writes a temporary file, deleted on disposal.</summary>
    public string? CertificateAuthorityFile { get; init; }

    /// <summary>A captured page that answers every watch and profile address; null serves made pages.</summary>
    public string? PageFile { get; init; }

    /// <summary>The clock behind <see cref="SandboxClock"/>; null takes the system's.</summary>
    public TimeProvider? TimeProvider { get; init; }

    /// <summary>How many bytes of ballast a page carries beside its data. Real pages are 260 to 590 KB.</summary>
    public int PagePaddingBytes { get; init; } = 370_000;

    /// <summary>Whether the world starts with <see cref="Worlds.DemoWorld"/>; otherwise it is empty.</summary>
    public bool DemoWorld { get; init; } = true;

    /// <summary>How many requests the journal keeps; older ones are dropped.</summary>
    public int JournalCapacity { get; init; } = 50_000;
}
