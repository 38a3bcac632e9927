namespace Clipyard.Cli.Naming;

/// <summary>A post's numbers in a run.</summary>
/// <param name="Auto">Among all posts of the run, from 1.</param>
/// <param name="InList">In its creator's list, from 1; null when it came from no list.</param>
internal sealed record PostNumber(long Auto, long? InList);
