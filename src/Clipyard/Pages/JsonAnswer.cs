using System.Text.Json;
using Clipyard.Failures;
using Clipyard.Pages.Conversion;
using Clipyard.Pages.Json;
using Clipyard.Pages.Payloads;
using Clipyard.Pages.Scripts;

namespace Clipyard.Pages;

/// <summary>Reads an answer of TikTok's interfaces, or a saved file that holds only a page's data.</summary>
internal static class JsonAnswer
{
    public static PageContent Read(ReadOnlySpan<byte> json) =>
        json[0] == '['
            ? ReadItems(json)
            : ShapeOf(json) switch
            {
                Shape.Universal => UniversalData.Read(json),
                Shape.Detail => DataScript.Read<DetailPayload>(json, detail => detail.ToContent()),
                Shape.Creator => DataScript.Read<UserDetailPayload>(json, user => user.ToContent()),
                Shape.Sigi => DataScript.Read<SigiPayload>(json, state => state.ToContent()),
                Shape.NextData => DataScript.Read<NextDataPayload>(json, data => data.ToContent()),
                Shape.Embed => DataScript.Read<EmbedStatePayload>(json, state => state.ToContent()),
                Shape.OEmbed => DataScript.Read<OEmbedPayload>(json, answer => answer.ToContent()),
                Shape.Listing => DataScript.Read<ListingPayload>(json, listing => listing.ToContent()),
                _ => DataScript.Read<ErrorPayload>(json, error => error.ToContent()),
            };

    private static PageContent ReadItems(ReadOnlySpan<byte> json) =>
        JsonPart.TryReadList<ItemPayload>(json, out var items)
        && NextDataConversion.ToPosts(items) is { Count: > 0 } posts
            ? new PageContent { Posts = posts }
            : new PageContent
            {
                Failure = JsonPart.IsCut(json) ? FailureCatalogue.PageIncomplete : FailureCatalogue.PageChanged,
            };

    /// <summary>The first member that only one shape has tells which it is.</summary>
    private static Shape ShapeOf(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, JsonPart.ReaderOptions);
        try
        {
            reader.Read();
            while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
            {
                if (ShapeBy(ref reader) is not Shape.Unknown and var shape)
                {
                    return shape;
                }

                reader.Skip();
            }
        }
        catch (JsonException)
        {
            // Cut off or broken before it said what it is.
        }

        return Shape.Unknown;
    }

    private static Shape ShapeBy(ref Utf8JsonReader reader) =>
        reader.ValueSpan switch
        {
            var name when name.SequenceEqual("__DEFAULT_SCOPE__"u8) => Shape.Universal,
            var name when name.SequenceEqual("itemInfo"u8) || name.SequenceEqual("videoDetail"u8) => Shape.Detail,
            var name when name.SequenceEqual("userInfo"u8) => Shape.Creator,
            var name when name.SequenceEqual("ItemModule"u8) || name.SequenceEqual("VideoPage"u8) => Shape.Sigi,
            var name when name.SequenceEqual("props"u8) => Shape.NextData,
            var name when name.SequenceEqual("source"u8) => Shape.Embed,
            var name when name.SequenceEqual("provider_name"u8) || name.SequenceEqual("author_url"u8) => Shape.OEmbed,
            var name when name.SequenceEqual("itemList"u8) || name.SequenceEqual("item_list"u8) => Shape.Listing,
            var name when name.SequenceEqual("hasMorePrevious"u8) || name.SequenceEqual("hasMore"u8) => Shape.Listing,
            var name when name.SequenceEqual("data"u8) => Shape.Listing,
            _ => Shape.Unknown,
        };

    private enum Shape
    {
        Unknown,
        Universal,
        Detail,
        Creator,
        Sigi,
        NextData,
        Embed,
        OEmbed,
        Listing,
    }
}
