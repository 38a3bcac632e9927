using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;

namespace Clipyard.Server.Archive.Clips;

/// <summary>Which clips a caller wants to see, as given: read by <see cref="ClipWish"/>.</summary>
internal sealed record ClipQuery
{
    [Description("Only those kept for this student.")]
    [FromQuery(Name = "student_id")]
    public string? StudentId { get; init; }

    [Description("Only those of this creator, with or without @.")]
    [FromQuery(Name = "username")]
    public string? Username { get; init; }

    [Description("Only video, photo or audio.")]
    [FromQuery(Name = "kind")]
    public string? Kind { get; init; }

    [Description("Only those whose caption or creator's name contains this, whatever the case of its letters.")]
    [FromQuery(Name = "q")]
    public string? Text { get; init; }

    [Description("Only those from this instant on.")]
    [FromQuery(Name = "from")]
    public string? From { get; init; }

    [Description("Only those before this instant.")]
    [FromQuery(Name = "to")]
    public string? To { get; init; }

    [Description("Which time from and to are about: stored_at (unless given) or created_at.")]
    [FromQuery(Name = "time")]
    public string? Time { get; init; }

    [Description("By what: stored_at (unless given), created_at, duration or size.")]
    [FromQuery(Name = "sort")]
    public string? Sort { get; init; }

    [Description("desc (unless given) or asc.")]
    [FromQuery(Name = "order")]
    public string? Order { get; init; }

    [FromQuery(Name = "limit")]
    public string? Limit { get; init; }

    [FromQuery(Name = "cursor")]
    public string? Cursor { get; init; }
}
