namespace Clipyard.Client.Students;

/// <summary>A page of students.</summary>
internal sealed record StudentPage
{
    public IReadOnlyList<Student>? Students { get; init; }

    public string? NextCursor { get; init; }
}
