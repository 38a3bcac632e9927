namespace Clipyard.Server.Api;

/// <summary>Where a page of a list ended that goes by time.</summary>
/// <param name="At">The last row's instant.</param>
/// <param name="Id">Which one it was of that instant.</param>
internal sealed record RowPosition<TId>(DateTimeOffset At, TId Id)
    where TId : struct;
