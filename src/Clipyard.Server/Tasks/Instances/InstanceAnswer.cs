namespace Clipyard.Server.Tasks.Instances;

/// <summary>An instance as its owner sees it.</summary>
/// <param name="InstanceId">Its id.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Description">Null for none.</param>
/// <param name="AccountIds">The accounts that its tasks' videos may go to.</param>
/// <param name="VideoPath">Null: the usual places.</param>
/// <param name="CaptionPath">Null: the usual places.</param>
/// <param name="Revision">One more at every change.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="UpdatedAt">When it was last changed.</param>
internal sealed record InstanceAnswer(
    Guid InstanceId,
    string Name,
    string? Description,
    IReadOnlyList<Guid> AccountIds,
    string? VideoPath,
    string? CaptionPath,
    int Revision,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt
)
{
    public static InstanceAnswer Of(Instance instance) =>
        new(
            instance.Id,
            instance.Name,
            instance.Description,
            instance.AccountIds,
            instance.VideoPath,
            instance.CaptionPath,
            instance.Revision,
            instance.CreatedAt,
            instance.UpdatedAt
        );
}
