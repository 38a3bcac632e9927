namespace Clipyard.Server.Jobs;

/// <summary>A family of lanes. Each lane of it does one thing at a time; features register theirs.</summary>
/// <param name="Prefix">What the names of its lanes begin with: <c>archive:</c>.</param>
/// <param name="StepsAtOnce">How many of its lanes may work at once on this machine.</param>
/// <param name="Runner">What does the work.</param>
internal sealed record LaneKind(string Prefix, int StepsAtOnce, ILaneRunner Runner)
{
    /// <summary>The family of a lane, by its name.</summary>
    public static string PrefixOf(string lane) => lane[..(lane.IndexOf(':') + 1)];
}
