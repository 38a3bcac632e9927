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

    /// <summary>Whether nothing is said at all.</summary>
    public bool IsEmpty => Said(Content) is null && Said(Title) is null && Said(Description) is null;

    /// <summary>The text as it will be sent; null for none.</summary>
    /// <exception cref="ClipyardException"><c>caption_too_long</c>, <c>invalid_parameter</c>.</exception>
    public string? CaptionFor(PostKind kind)
    {
        var head = kind == PostKind.Photos ? Said(Content) : Said(Content) ?? Said(Title);
        var caption = (head, Said(Description)) switch
        {
            (null, var below) => below,
            (var above, null) => above,
            var (above, below) => above + BlankLine + below,
        };
        var limit = kind == PostKind.Photos ? CaptionLength.PhotoDescription : CaptionLength.Video;
        return Checked(caption, limit, kind == PostKind.Photos ? "description" : "caption");
    }

    /// <summary>The title of photos; null for none, and for videos.</summary>
    /// <exception cref="ClipyardException"><c>caption_too_long</c>, <c>invalid_parameter</c>.</exception>
    public string? TitleFor(PostKind kind) =>
        kind == PostKind.Photos ? Checked(Said(Title), CaptionLength.PhotoTitle, "title") : null;

    private static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    [return: NotNullIfNotNull(nameof(text))]
    private static string? Checked(string? text, int limit, string name)
    {
        if (text?.Length > limit)
        {
            throw new ClipyardException(
                FailureCatalogue.CaptionTooLong,
                $"The {name} has {text.Length:N0} UTF-16 units; TikTok takes {limit:N0}."
            );
        }

        if (text?.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t')) == true)
        {
            throw new ClipyardException(FailureCatalogue.InvalidParameter, $"The {name} has control characters in it.");
        }

        return text;
    }
}
