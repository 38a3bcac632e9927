using Clipyard.Pages.Payloads;
using Clipyard.Videos;

namespace Clipyard.Pages.Conversion;

/// <summary>Pages of 2020 and 2021.</summary>
internal static class NextDataConversion
{
    public static PageContent? ToContent(this NextDataPayload data)
    {
        if (data.Props?.PageProps is not { } page)
        {
            return null;
        }

        var detail = new DetailPayload
        {
            StatusCode = page.StatusCode,
            StatusMsg = page.StatusMsg,
            ItemInfo = page.ItemInfo,
        };
        var profile = new UserDetailPayload
        {
            StatusCode = page.StatusCode,
            StatusMsg = page.StatusMsg,
            UserInfo = page.UserInfo,
        };
        var content = page.UserInfo is null ? detail.ToContent() : profile.ToContent();

        return content is null
            ? null
            : content with
            {
                Posts = ToPosts(page.Items),
                CanonicalUrl = MediaAddress.First([page.MetaParams?.CanonicalHref]),
            };
    }

    public static IReadOnlyList<VideoInfo> ToPosts(IEnumerable<ItemPayload>? items) =>
        [.. (items ?? []).Select(item => item.ToVideo()).OfType<VideoInfo>()];
}
