namespace Clipyard.TikTokApi.Accounts;

internal sealed class CreatorPayload
{
    public string? CreatorAvatarUrl { get; init; }

    public string? CreatorUsername { get; init; }

    public string? CreatorNickname { get; init; }

    public List<string>? PrivacyLevelOptions { get; init; }

    public bool? CommentDisabled { get; init; }

    public bool? DuetDisabled { get; init; }

    public bool? StitchDisabled { get; init; }

    public long? MaxVideoPostDurationSec { get; init; }

    // A switch that is absent counts as disabled: the posting screen then offers less, never more.
    public CreatorInfo ToCreatorInfo() =>
        new()
        {
            AvatarUrl = CreatorAvatarUrl,
            Username = CreatorUsername,
            Nickname = CreatorNickname,
            PrivacyLevels =
            [
                .. (PrivacyLevelOptions ?? []).Where(PrivacyLevel.IsValid).Select(text => new PrivacyLevel(text)),
            ],
            CommentDisabled = CommentDisabled ?? true,
            DuetDisabled = DuetDisabled ?? true,
            StitchDisabled = StitchDisabled ?? true,
            MaxVideoDuration = MaxVideoPostDurationSec is > 0 and < int.MaxValue
                ? TimeSpan.FromSeconds(MaxVideoPostDurationSec.Value)
                : null,
        };
}
