namespace Clipyard.Server.Archive.Fetching;

/// <summary>The archive's kinds of jobs, and their lanes.</summary>
internal static class JobKinds
{
    /// <summary>A creator's posts, for a student.</summary>
    public const string StudentDownload = "student_download";

    /// <summary>Posts by their addresses.</summary>
    public const string Downloads = "downloads";

    /// <summary>One student's work is done one job after the other.</summary>
    public static string StudentLane(Guid owner, string studentId) => $"archive:{owner}:{studentId}";

    /// <summary>Work for no student waits for nobody. The dash is no beginning that two ids could share by accident.</summary>
    public static string OwnLane(Guid owner) => $"archive:{owner}:-{Guid.CreateVersion7()}";
}
