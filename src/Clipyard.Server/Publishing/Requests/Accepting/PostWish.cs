using Clipyard.Server.Identity;

namespace Clipyard.Server.Publishing.Requests.Accepting;

/// <summary>A request for a post, whichever route it came by; not checked yet.</summary>
internal sealed record PostWish
{
    public required SourceBody? Source { get; init; }

    public string? Mode { get; init; }

    public string? Transfer { get; init; }

    public string? AccountId { get; init; }

    public required PostTexts Texts { get; init; }

    public required SettingsBody Settings { get; init; }

    public string? ScheduleTime { get; init; }

    public string? ScheduleZone { get; init; }

    public bool Repair { get; init; }

    /// <summary>Whether a person has to approve it.</summary>
    public bool Approval { get; init; }

    /// <summary>The task whose output it is; null for none.</summary>
    public Guid? TaskId { get; init; }

    /// <summary>The only hosts that the source's address and its redirects may be on; null: no such list.</summary>
    public IReadOnlyList<string>? SourceHosts { get; init; }

    /// <summary>
    /// Whether TikTok is asked at once what the creator offers, so that what it does not offer is refused now. When TikTok
    /// cannot be asked, it is found out later.
    /// </summary>
    public bool AsksCreator { get; init; }

    /// <summary>Adds to the context what is to be saved together with the post, given its id; null for nothing.</summary>
    public Action<Guid>? Along { get; init; }

    /// <summary>Whom to call when it has come to an outcome.</summary>
    public string? CallbackUrl { get; init; }

    /// <summary>The same, with what the caller's key says where the request says nothing.</summary>
    public PostWish With(KeyDefaults defaults) =>
        this with
        {
            AccountId = string.IsNullOrEmpty(AccountId) ? defaults.AccountId?.ToString() : AccountId,
            Texts = Texts.IsEmpty ? Texts with { Content = defaults.Caption } : Texts,
        };
}
