namespace Clipyard.Server.Archive.Provenance;

/// <summary>What chains are called.</summary>
internal static class ChainNames
{
    /// <summary>The chain of clips that belong to no student.</summary>
    public const string Clips = "clips";

    public static string Of(Clip clip) => clip.StudentId is { } student ? OfStudent(student) : Clips;

    public static string OfStudent(string studentId) => $"student:{studentId}";
}
