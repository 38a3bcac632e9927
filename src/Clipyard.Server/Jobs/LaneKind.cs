namespace Clipyard.Server.Jobs;

/// <summary>A family of lanes. Each lane of it does one thing at a time; features register theirs.</summary>
/// <param name="Prefix">What the names of its lanes begin with: <c>archive:</c>.</param>
/// <param name="StepsAtOnce">How many of its lanes may work at once on this machine.</param>
/// <param name="Runner">What does the work.</param>
internal sealed record LaneKind(string Prefix, int StepsAtOnce, ILaneRunner Runner)
{
    /// <summary>What ends the part of a lane's name that says whose it is, where <see cref="StepsOfOneOwner"/> counts.</summary>
    public const char OwnersEnd = '.';

    /// <summary>How many lanes of one owner may work at once; null: as many as of all.</summary>
    public int? StepsOfOneOwner { get; init; }

    /// <summary>Whose a lane is, by the beginning of its name.</summary>
    public static string OwnerOf(string lane) => lane.IndexOf(OwnersEnd) is >= 0 and var end ? lane[..(end + 1)] : lane;

    /// <summary>The family of a lane, by its name.</summary>
    public static string PrefixOf(string lane) => lane[..(lane.IndexOf(':') + 1)];
}
