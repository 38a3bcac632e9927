namespace Clipyard.TikTokApi.Accounts;

/// <summary>Who sees a post. Levels that TikTok adds one day are kept by their names.</summary>
public readonly record struct PrivacyLevel
{
    private readonly string? _value;

    /// <summary>Takes TikTok's name of a level.</summary>
    /// <exception cref="ArgumentException">It is empty, or no such name.</exception>
    public PrivacyLevel(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (!IsValid(value))
        {
            throw new ArgumentException($"'{value}' is no name of a privacy level.", nameof(value));
        }

        _value = value;
    }

    /// <summary>Everyone. Offered by public accounts.</summary>
    public static PrivacyLevel PublicToEveryone { get; } = new("PUBLIC_TO_EVERYONE");

    /// <summary>Followers that the creator follows.</summary>
    public static PrivacyLevel MutualFollowFriends { get; } = new("MUTUAL_FOLLOW_FRIENDS");

    /// <summary>Followers. Offered by private accounts.</summary>
    public static PrivacyLevel FollowerOfCreator { get; } = new("FOLLOWER_OF_CREATOR");

    /// <summary>Only the creator. TikTok never tells the id of such a post.</summary>
    public static PrivacyLevel SelfOnly { get; } = new("SELF_ONLY");

    /// <summary>TikTok's name.</summary>
    /// <exception cref="InvalidOperationException">This is <see langword="default"/>, not a level.</exception>
    public string Value => _value ?? throw new InvalidOperationException("No privacy level was chosen.");

    /// <summary>TikTok's name.</summary>
    public override string ToString() => _value ?? "";

    internal static bool IsValid(string value) =>
        value.Length is > 0 and <= 64 && value.All(character => char.IsAsciiLetterUpper(character) || character == '_');
}
