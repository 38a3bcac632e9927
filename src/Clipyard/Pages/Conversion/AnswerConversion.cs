using Clipyard.Links;
using Clipyard.Pages.Payloads;
using Clipyard.Videos;

namespace Clipyard.Pages.Conversion;

/// <summary>Answers of TikTok's interfaces.</summary>
internal static class AnswerConversion
{
    public static PageContent? ToContent(this ListingPayload listing)
    {
        var status = listing.StatusCode ?? listing.StatusCodeSnake ?? listing.Code;
        var message = Values.Text(listing.StatusMsg) ?? Values.Text(listing.StatusMsgSnake);
        var list = listing.ItemList ?? listing.ItemListSnake;
        var posts = NextDataConversion.ToPosts(list ?? listing.Data?.Select(hit => hit.Item).OfType<ItemPayload>());
        if (posts.Count is 0 && status is not (null or 0))
        {
            return ContentConversion.Failed(status.Value, message, isProfile: true);
        }

        // An empty list may lack its list, but says whether it goes on.
        var hasMore = listing.HasMorePrevious ?? listing.HasMore ?? listing.HasMoreSnake;
        if (posts.Count is 0 && list is null && hasMore is null)
        {
            return null;
        }

        return new PageContent
        {
            Posts = posts,
            HasMore = hasMore,
            Cursor = Values.Text(listing.Cursor),
            StatusCode = status is null ? null : ContentConversion.ToInt(status.Value),
            StatusMessage = message,
        };
    }

    public static PageContent? ToContent(this OEmbedPayload answer)
    {
        var username = Values.Text(answer.AuthorUniqueId) ?? UsernameIn(answer.AuthorUrl);
        if (!VideoId.TryParse(Values.Text(answer.EmbedProductId) ?? IdIn(answer.Html), out var id))
        {
            return null;
        }

        var isPhoto = string.Equals(answer.EmbedType, "photo", StringComparison.Ordinal);
        var caption = answer.Title ?? "";
        var video = new VideoInfo
        {
            Id = id,
            Kind = isPhoto ? PostKind.Photo : PostKind.Video,
            Url = ItemConversion.AddressOf(id, username, isPhoto),
            Caption = caption,
            Author = username is null
                ? null
                : new Author(null, username, Values.Text(answer.AuthorName), null, null, null),
            Hashtags = CaptionLinks.Hashtags(caption, marks: null),
            Mentions = CaptionLinks.Mentions(caption, marks: null),
            Covers = MediaAddress.IsUsable(answer.ThumbnailUrl) ? [answer.ThumbnailUrl!] : [],
        };
        return new PageContent { Video = video, CanonicalUrl = video.Url };
    }

    /// <summary>An answer with a status and nothing else; <c>{"code":10000}</c> asks for a captcha.</summary>
    public static PageContent? ToContent(this ErrorPayload error) =>
        (error.StatusCode ?? error.StatusCodeSnake ?? error.Code) is { } status
            ? ContentConversion.Failed(
                status,
                Values.Text(error.StatusMsg) ?? Values.Text(error.StatusMsgSnake) ?? Values.Text(error.Message),
                isProfile: false
            )
            : null;

    private static string? UsernameIn(string? address) =>
        TikTokLink.TryParse(address, out var link) ? (link as TikTokLink.Profile)?.Name : null;

    // Answers of 2021 name the post only in the code to embed.
    private static string? IdIn(string? html)
    {
        const string Attribute = "data-video-id=\"";
        var start = html?.IndexOf(Attribute, StringComparison.Ordinal) ?? -1;
        var value = start < 0 ? "" : html.AsSpan(start + Attribute.Length);
        var end = value.IndexOf('"');
        return end < 0 ? null : value[..end].ToString();
    }
}
