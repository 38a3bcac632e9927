namespace Clipyard.Server.Jobs;

/// <summary>A page of jobs, newest first.</summary>
/// <param name="Jobs">The jobs, without their items.</param>
/// <param name="Count">How many are on this page.</param>
/// <param name="Total">How many there are on all pages.</param>
/// <param name="NextCursor">Leads to the next page; null on the last.</param>
internal sealed record JobListResponse(IReadOnlyList<JobResponse> Jobs, int Count, int Total, string? NextCursor);
