using Clipyard.Creators;
using Clipyard.Videos;

namespace Clipyard.Cli.Commands;

/// <summary>A post or a creator; one of the two.</summary>
internal sealed record InfoAnswer(VideoInfo? Video, Creator? Creator);
