using System.ComponentModel;

namespace Clipyard.Server.Archive.Students;

/// <summary>Which TikTok username to link.</summary>
internal sealed record LinkRequest
{
    [Description("cool_student, @cool_student, or the profile's address.")]
    public string? Username { get; init; }
}
