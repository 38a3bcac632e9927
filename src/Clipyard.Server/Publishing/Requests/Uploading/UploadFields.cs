using System.Globalization;
using Clipyard.Failures;
using Clipyard.Server.Api;
using Clipyard.Server.Api.Problems;
using Clipyard.Server.Publishing.Requests.Accepting;

namespace Clipyard.Server.Publishing.Requests.Uploading;

/// <summary>The parts of a form that are no file.</summary>
internal sealed class UploadFields
{
    private const int Most = 50;

    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);

    /// <summary>Keeps one.</summary>
    /// <exception cref="ClipyardException"><c>invalid_parameter</c>: it came twice, or there are too many.</exception>
    public void Add(string name, string text)
    {
        if (_texts.Count >= Most)
        {
            throw Invalid($"The form has more than {Most} parts.");
        }

        if (!_texts.TryAdd(name, text))
        {
            throw Invalid($"The part '{Shown.Short(name)}' came twice.", Shown.Short(name));
        }
    }

    /// <summary>The account that was named so far; null when none was.</summary>
    public Guid? AccountId => WordReader.Id("account_id", Text("account_id"));

    /// <summary>The same as every other way of asking.</summary>
    /// <exception cref="ClipyardException"><c>invalid_parameter</c>, naming the part.</exception>
    public PostWish ToWish(Guid uploadId) =>
        new()
        {
            Source = new SourceBody { UploadId = uploadId.ToString() },
            Mode = Text("mode"),
            Transfer = Text("transfer"),
            AccountId = Text("account_id"),
            Texts = new PostTexts(Text("content"), Text("title"), Text("description")),
            Settings = new FormSettings
            {
                PrivacyLevel = Text("privacy_level"),
                DisableComment = Flag("disable_comment"),
                DisableDuet = Flag("disable_duet"),
                DisableStitch = Flag("disable_stitch"),
                VideoCoverTimestampMs = Number("video_cover_timestamp_ms"),
                BrandContentToggle = Flag("brand_content_toggle"),
                BrandOrganicToggle = Flag("brand_organic_toggle"),
                IsAigc = Flag("is_aigc"),
            },
            ScheduleTime = Text("schedule_time"),
            ScheduleZone = Text("schedule_zone"),
            Repair = Flag("repair") ?? false,
            Approval = Flag("approval") ?? false,
        };

    private string? Text(string name) => _texts.GetValueOrDefault(name);

    private bool? Flag(string name)
    {
        var text = Text(name);
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        return TruthWord.Read(text)
            ?? throw Invalid($"The part '{name}' must be true or false; it is '{Shown.Short(text)}'.", name);
    }

    private int? Number(string name)
    {
        var text = Text(name);
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Invalid($"The part '{name}' must be a whole number; it is '{Shown.Short(text)}'.", name);
    }

    private static ClipyardException Invalid(string detail, string? name = null) =>
        new(FailureCatalogue.InvalidParameter, detail) { Parameter = name };

    private sealed record FormSettings : SettingsBody;
}
