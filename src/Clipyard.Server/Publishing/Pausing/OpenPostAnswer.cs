using Clipyard.Server.Publishing.Posts;

namespace Clipyard.Server.Publishing.Pausing;

/// <summary>A post that has not come to rest, as somebody sees it who decides whether publishing goes on.</summary>
/// <param name="PostId">Its id.</param>
/// <param name="Owner">Whose it is: the name of the person.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Mode">What it will be.</param>
/// <param name="Username">The account's @name; null when it has not begun to go out.</param>
/// <param name="PublishId">TikTok's id; null when TikTok was not told of it, as far as is known here.</param>
/// <param name="ScheduleTime">Its time; null: as soon as possible.</param>
/// <param name="CreatedAt">When it was asked for.</param>
internal sealed record OpenPostAnswer(
    Guid PostId,
    string? Owner,
    PostState State,
    PostMode Mode,
    string? Username,
    string? PublishId,
    DateTimeOffset? ScheduleTime,
    DateTimeOffset CreatedAt
);
