namespace Clipyard.Server.Api;

/// <summary>Where a page of a list ended whose ids grow with time, so that one is enough.</summary>
/// <param name="Id">The last row's.</param>
internal sealed record IdPosition<TId>(TId Id)
    where TId : struct;
