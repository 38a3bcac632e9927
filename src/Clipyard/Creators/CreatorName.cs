using Clipyard.Failures;
using Clipyard.Links;

namespace Clipyard.Creators;

/// <summary>Reads the ways in which people name a creator.</summary>
public static class CreatorName
{
    /// <summary>Reads a name. Pure: nothing is asked from the network, so whether there is such a creator stays open.</summary>
    /// <param name="name">
    /// A username with or without <c>@</c> (a bare word is one, even of digits alone), a secUid, or a profile's address.
    /// </param>
    /// <exception cref="ClipyardException"><c>invalid_parameter</c>: none of these.</exception>
    public static TikTokLink.Profile Parse(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var text = name.Trim();

        // A bare word is a name, even where it looks like a post's id: some names are all digits.
        if (
            TikTokLink.TryParse(IsBareWord(text) ? "@" + text : text, out var link)
            && link is TikTokLink.Profile profile
        )
        {
            return LinkReader.IsSecUid(profile.Name.TrimStart('@'))
                ? new TikTokLink.Profile(profile.Name.TrimStart('@'))
                : profile;
        }

        throw new ClipyardException(
            FailureCatalogue.InvalidParameter,
            "This is no creator's name: letters, digits, '_' and '.', with or without '@' before."
        );
    }

    private static bool IsBareWord(string text) =>
        text.Length > 0 && text.All(character => char.IsLetterOrDigit(character) || character is '_' or '.' or '-');
}
