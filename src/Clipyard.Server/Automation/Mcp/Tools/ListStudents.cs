using Clipyard.Server.Api;
using Clipyard.Server.Archive.Students;
using Clipyard.Server.Automation.Mcp.Calls;

namespace Clipyard.Server.Automation.Mcp.Tools;

/// <summary>The linked students, as <c>GET /tiktok/students</c> lists them.</summary>
internal sealed class ListStudents(StudentListing listing) : ITool<ListStudentsArguments, StudentsAnswer>
{
    public static ToolAbout About { get; } =
        new(
            "list_students",
            "List students",
            Scopes.Read,
            "Lists the students, each with the TikTok username they are linked to and how much is kept, by student_id."
        )
        {
            IsReadOnly = true,
            IsIdempotent = true,
        };

    public Task<StudentsAnswer> RunAsync(
        ListStudentsArguments arguments,
        ToolCall call,
        CancellationToken cancellationToken
    ) => listing.StudentsAsync(CallArguments.Limit(arguments.Limit), arguments.Cursor, cancellationToken);
}
