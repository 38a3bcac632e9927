namespace Clipyard.Server.Tests.Accounts;

/// <summary>The real clock, and how wrong it is.</summary>
internal sealed class OffsetClock : TimeProvider
{
    public TimeSpan Offset { get; set; }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Offset;
}
