using Clipyard.Failures;
using Clipyard.Pages.Conversion;
using Clipyard.Pages.Json;
using Clipyard.Pages.Payloads;

namespace Clipyard.Pages.Scripts;

/// <summary>
/// <c>__UNIVERSAL_DATA_FOR_REHYDRATION__</c>: pages since 2023. Most of it is translations; so the wanted members are
/// looked for as bytes, and only they are read.
/// </summary>
internal static class UniversalData
{
    private const int LongestName = 64;

    /// <summary>Pages have one. A bound, so that a page made of nothing else costs no more than any other.</summary>
    private const int MaxTries = 8;

    /// <summary>Reads the script.</summary>
    /// <param name="json">Its content, or a file that holds only that.</param>
    public static PageContent Read(ReadOnlySpan<byte> json)
    {
        var from = 0;
        var tries = 0;
        PageContent? failed = null;
        while (tries < MaxTries && json[from..].IndexOf("\"webapp."u8) is >= 0 and var distance)
        {
            var quote = from + distance;
            from = quote + 1;
            var name = NameAt(json[from..]);
            if (!IsWanted(name) || !JsonKeys.IsKey(json, quote, name.Length, out var value))
            {
                continue;
            }

            tries++;
            var content = ReadMember(name, json[value..]);
            if (content is { Failure: null })
            {
                return content with { CanonicalUrl = CanonicalOf(json, quote) };
            }

            failed ??= content is null ? null : content with { CanonicalUrl = CanonicalOf(json, quote) };
        }

        return failed
            ?? new PageContent
            {
                Failure = FailureCatalogue.PageChanged,
                CanonicalUrl = CanonicalOf(json, json.Length),
            };
    }

    private static bool IsWanted(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("webapp.video-detail"u8)
        || name.SequenceEqual("webapp.reflow.video.detail"u8)
        || name.SequenceEqual("webapp.user-detail"u8);

    private static PageContent? ReadMember(ReadOnlySpan<byte> name, ReadOnlySpan<byte> json)
    {
        if (name.SequenceEqual("webapp.user-detail"u8))
        {
            return JsonPart.TryRead<UserDetailPayload>(json, out var user) ? user?.ToContent() : Broken(json);
        }

        return JsonPart.TryRead<DetailPayload>(json, out var detail) ? detail?.ToContent() : Broken(json);
    }

    private static PageContent Broken(ReadOnlySpan<byte> json) =>
        new() { Failure = JsonPart.IsCut(json) ? FailureCatalogue.PageIncomplete : FailureCatalogue.PageChanged };

    private static ReadOnlySpan<byte> NameAt(ReadOnlySpan<byte> text)
    {
        var end = text[..Math.Min(text.Length, LongestName)].IndexOf((byte)'"');
        return end < 0 ? [] : text[..end];
    }

    // In every capture it stands right before the detail, far behind the translations; hence the backward search.
    private static string? CanonicalOf(ReadOnlySpan<byte> json, int before)
    {
        var at = json[..before].LastIndexOf("\"seo.abtest\""u8);
        at = at >= 0 ? at : json.IndexOf("\"seo.abtest\""u8);
        return
            at >= 0
            && JsonKeys.IsKey(json, at, "seo.abtest".Length, out var value)
            && JsonPart.TryRead<SeoPayload>(json[value..], out var seo)
            && MediaAddress.IsUsable(seo?.Canonical)
            ? seo!.Canonical
            : null;
    }
}
