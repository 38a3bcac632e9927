namespace Clipyard.Server.Jobs;

/// <summary>Finds what does the work of a lane, by the beginning of its name.</summary>
internal sealed class LaneRunners(IEnumerable<LaneKind> kinds)
{
    private readonly Dictionary<string, ILaneRunner> _runners = kinds.ToDictionary(
        kind => kind.Prefix,
        kind => kind.Runner,
        StringComparer.Ordinal
    );

    /// <inheritdoc cref="ILaneRunner.StepAsync"/>
    public Task<DateTimeOffset?> StepAsync(string lane, CancellationToken cancellationToken) =>
        _runners[LaneKind.PrefixOf(lane)].StepAsync(lane, cancellationToken);
}
