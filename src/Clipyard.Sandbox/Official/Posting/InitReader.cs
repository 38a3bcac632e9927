using Clipyard.Sandbox.Official.Wire;

namespace Clipyard.Sandbox.Official.Posting;

/// <summary>Reads what an init says about the post and its source.</summary>
internal sealed class InitReader(OfficialState state)
{
    private const int LongestTitle = 2200;
    private const int LongestPhotoTitle = 90;
    private const int LongestPhotoDescription = 4000;
    private const int MostPhotos = 35;

    /// <summary>The wish for a video. Its privacy may still be one that the creator does not offer.</summary>
    /// <exception cref="ApiRefusalException">It cannot be meant.</exception>
    public PostWish VideoWish(ApiCall call, WireObject body)
    {
        var info = Info(body);
        var wish = new PostWish
        {
            Title = Short(info.Text("title"), LongestTitle, "title"),
            PrivacyLevel = Privacy(info),
            DisableComment = info.Flag("disable_comment"),
            DisableDuet = info.Flag("disable_duet"),
            DisableStitch = info.Flag("disable_stitch"),
            CoverMs = info.Whole("video_cover_timestamp_ms"),
            BrandContent = info.Flag("brand_content_toggle"),
            BrandOrganic = info.Flag("brand_organic_toggle"),
            IsGenerated = info.Flag("is_aigc"),
        };
        call.NoteUnknown(info, "post_info");
        return CheckBrand(call, wish);
    }

    /// <summary>The wish for photos; a draft of them has no privacy.</summary>
    /// <exception cref="ApiRefusalException">It cannot be meant.</exception>
    public PostWish PhotoWish(ApiCall call, WireObject body, PublishMode mode)
    {
        var info = mode == PublishMode.Direct ? Info(body) : body.Child("post_info", ApiRefusalException.PostInfo);
        if (info is null)
        {
            return new PostWish();
        }

        var wish = new PostWish
        {
            Title = Short(info.Text("title"), LongestPhotoTitle, "title"),
            Description = Short(info.Text("description"), LongestPhotoDescription, "description"),
        };
        if (mode == PublishMode.Direct)
        {
            wish = wish with
            {
                PrivacyLevel = Privacy(info),
                DisableComment = info.Flag("disable_comment"),
                AutoAddMusic = info.Flag("auto_add_music"),
                BrandContent = info.Flag("brand_content_toggle"),
                BrandOrganic = info.Flag("brand_organic_toggle"),
            };
        }

        call.NoteUnknown(info, "post_info of photos");
        return CheckBrand(call, wish);
    }

    /// <exception cref="ApiRefusalException">The source is missing, or its plan cannot work.</exception>
    public TransferPlan VideoSource(ApiCall call, WireObject body)
    {
        var source = Source(body);
        var kind = source.Text("source");
        var plan = kind switch
        {
            "FILE_UPLOAD" => Upload(source),
            "PULL_FROM_URL" => new TransferPlan { Addresses = [Address(source.Text("video_url"))] },
            _ => throw WrongSource("'source' must be FILE_UPLOAD or PULL_FROM_URL."),
        };
        call.NoteUnknown(source, $"source_info of {kind}");
        return plan;
    }

    /// <exception cref="ApiRefusalException">The source is missing, or not one for photos.</exception>
    public static TransferPlan PhotoSource(ApiCall call, WireObject body)
    {
        var source = Source(body);
        if (source.Text("source") is not "PULL_FROM_URL")
        {
            throw WrongSource("'source' of photos must be PULL_FROM_URL.");
        }

        if (source.Texts("photo_images") is not { Count: > 0 and <= MostPhotos } images)
        {
            throw WrongSource("'photo_images' must be 1 to 35 addresses.");
        }

        if (source.Whole("photo_cover_index") is not { } cover || cover < 0 || cover >= images.Count)
        {
            throw WrongSource("'photo_cover_index' must be the number of one of the photos, from 0.");
        }

        call.NoteUnknown(source, "source_info of photos");
        return new TransferPlan { Addresses = [.. images.Select(Address)], CoverIndex = (int)cover };
    }

    private TransferPlan Upload(WireObject source)
    {
        if (
            source.Whole("video_size") is not { } size
            || source.Whole("chunk_size") is not { } chunk
            || source.Whole("total_chunk_count") is not { } count
        )
        {
            throw WrongSource("'video_size', 'chunk_size' and 'total_chunk_count' are required.");
        }

        ChunkRules.Check(size, chunk, count, state.Settings.NarrowChunks);
        return new TransferPlan
        {
            VideoSize = size,
            ChunkSize = chunk,
            ChunkCount = count,
        };
    }

    private static WireObject Info(WireObject body) =>
        body.Child("post_info", ApiRefusalException.PostInfo)
        ?? throw ApiRefusalException.InvalidParams(ApiRefusalException.PostInfo, "'post_info' is missing.");

    private static WireObject Source(WireObject body) =>
        body.Child("source_info", ApiRefusalException.SourceInfo) ?? throw WrongSource("'source_info' is missing.");

    private static Uri Address(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && Apps.LoopbackWildcard.IsSecureOrLoopback(address)
            ? address
            : throw WrongSource($"'{text}' is no https address.");

    private static string? Privacy(WireObject info) =>
        info.Text("privacy_level") is not { } level || PrivacyLevels.All.Contains(level, StringComparer.Ordinal)
            ? info.Text("privacy_level")
            : throw ApiRefusalException.InvalidParams(ApiRefusalException.PostInfo, $"'{level}' is no privacy level.");

    private static string Short(string? text, int most, string name) =>
        (text ?? "").Length <= most
            ? text ?? ""
            : throw ApiRefusalException.InvalidParams(
                ApiRefusalException.PostInfo,
                $"'{name}' is longer than {most} UTF-16 code units."
            );

    private PostWish CheckBrand(ApiCall call, PostWish wish)
    {
        if (wish is not { BrandContent: true, PrivacyLevel: PrivacyLevels.Self })
        {
            return wish;
        }

        const string rule = "Branded content cannot be for its creator only.";
        if (state.Settings.RefusePrivateBrandedContent)
        {
            throw ApiRefusalException.InvalidParams(ApiRefusalException.PostInfo, rule);
        }

        call.Note(rule);
        return wish;
    }

    private static ApiRefusalException WrongSource(string rule) =>
        ApiRefusalException.InvalidParams(ApiRefusalException.SourceInfo, rule);
}
