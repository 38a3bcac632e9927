using System.Diagnostics.CodeAnalysis;
using Clipyard.Failures;
using Clipyard.Server.Publishing.Posts;
using Clipyard.TikTokApi.Posting;

namespace Clipyard.Server.Publishing.Requests.Accepting;

/// <summary>What a caller says about a post.</summary>
/// <param name="Content">The caption; first choice.</param>
/// <param name="Title">The caption when there is no content; of photos the title.</param>
/// <param name="Description">Stands below the caption.</param>
internal sealed record PostTexts(string? Content, string? Title, string? Description)
{
    private const string BlankLine = "\n\n";

    /// <summary>What the caller calls <see cref="Content"/>.</summary>
    public string ContentName { get; init; } = "content";

    /// <summary>What the caller calls <see cref="Title"/>.</summary>
    public string TitleName { get; init; } = "title";

    /// <summary>What the caller calls <see cref="Description"/>.</summary>
    public string DescriptionName { get; init; } = "description";

    /// <summary>Whether nothing is said at all.</summary>
    public bool IsEmpty => Said(Content) is null && Said(Title) is null && Said(Description) is null;

    /// <summary>The text as it will be sent; null for none.</summary>
    /// <exception cref="ClipyardException"><c>caption_too_long</c>, <c>invalid_parameter</c>.</exception>
    public string? CaptionFor(PostKind kind)
    {
        var isOfPhotos = kind == PostKind.Photos;
        var head = isOfPhotos ? Said(Content) : Said(Content) ?? Said(Title);
        var caption = (head, Said(Description)) switch
        {
            (null, var below) => below,
            (var above, null) => above,
            var (above, below) => above + BlankLine + below,
        };
        var parameter = this switch
        {
            _ when Said(Content) is not null => ContentName,
            _ when head is not null => TitleName,
            _ => DescriptionName,
        };
        var limit = isOfPhotos ? CaptionLength.PhotoDescription : CaptionLength.Video;
        return Checked(caption, limit, isOfPhotos ? "description" : "caption", parameter);
    }

    /// <summary>The title of photos; null for none, and for videos.</summary>
    /// <exception cref="ClipyardException"><c>caption_too_long</c>, <c>invalid_parameter</c>.</exception>
    public string? TitleFor(PostKind kind) =>
        kind == PostKind.Photos ? Checked(Said(Title), CaptionLength.PhotoTitle, "title", TitleName) : null;

    private static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    [return: NotNullIfNotNull(nameof(text))]
    private static string? Checked(string? text, int limit, string name, string parameter)
    {
        if (text?.Length > limit)
        {
            throw new ClipyardException(
                FailureCatalogue.CaptionTooLong,
                $"The {name} has {text.Length:N0} UTF-16 units; TikTok takes {limit:N0}."
            )
            {
                Parameter = parameter,
            };
        }

        if (text?.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t')) == true)
        {
            throw new ClipyardException(FailureCatalogue.InvalidParameter, $"The {name} has control characters in it.")
            {
                Parameter = parameter,
            };
        }

        return text;
    }
}
