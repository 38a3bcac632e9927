using Clipyard.Failures;
using Clipyard.Pages.Conversion;
using Clipyard.Pages.Json;
using Clipyard.Pages.Payloads;

namespace Clipyard.Pages.Scripts;

/// <summary>The scripts in which TikTok's pages carry their data, by id (docs/tiktok-web.md, "Where the data is").</summary>
internal static class DataScript
{
    /// <summary>Reads a script.</summary>
    /// <returns>What it holds, or why nothing; null when it is none of these scripts.</returns>
    public static PageContent? Read(ReadOnlySpan<byte> id, ReadOnlySpan<byte> json)
    {
        if (id.SequenceEqual("__UNIVERSAL_DATA_FOR_REHYDRATION__"u8))
        {
            return UniversalData.Read(json);
        }

        if (id.SequenceEqual("api-data"u8))
        {
            return Read<DetailPayload>(json, detail => detail.ToContent());
        }

        if (id.SequenceEqual("SIGI_STATE"u8) || id.SequenceEqual("sigi-persisted-data"u8))
        {
            return Read<SigiPayload>(json, state => state.ToContent());
        }

        if (id.SequenceEqual("__NEXT_DATA__"u8))
        {
            return Read<NextDataPayload>(json, data => data.ToContent());
        }

        return id.SequenceEqual("__FRONTITY_CONNECT_STATE__"u8)
            ? Read<EmbedStatePayload>(json, state => state.ToContent())
            : null;
    }

    /// <summary>Reads a script or a file of one payload.</summary>
    public static PageContent Read<T>(ReadOnlySpan<byte> json, Func<T, PageContent?> convert)
        where T : class
    {
        if (JsonPart.TryRead<T>(json, out var payload))
        {
            return (payload is null ? null : convert(payload)) ?? Nothing(FailureCatalogue.PageChanged);
        }

        return Nothing(JsonPart.IsCut(json) ? FailureCatalogue.PageIncomplete : FailureCatalogue.PageChanged);
    }

    private static PageContent Nothing(Failure failure) => new() { Failure = failure };
}
