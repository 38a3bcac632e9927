using System.Globalization;
using System.Net.Http.Headers;

namespace Clipyard.Client.Posts;

/// <summary>Makes the form of an upload: the texts first, so that the server can refuse before the file comes.</summary>
internal static class UploadForm
{
    public static MultipartFormDataContent Of(string path, NewPostOptions options, IProgress<long>? progress)
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, value) in Fields(options))
        {
            if (value is not null)
            {
                form.Add(new StringContent(value), name);
            }
        }

        var file = new FileContent(path, progress);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream"); // the server looks inside
        form.Add(file, "video", Path.GetFileName(path));
        return form;
    }

    private static IEnumerable<(string Name, string? Value)> Fields(NewPostOptions options) =>
        [
            ("mode", options.Mode),
            ("transfer", options.Transfer),
            ("account_id", options.AccountId),
            ("content", options.Content),
            ("title", options.Title),
            ("description", options.Description),
            ("privacy_level", options.PrivacyLevel),
            ("disable_comment", Flag(options.DisableComment)),
            ("disable_duet", Flag(options.DisableDuet)),
            ("disable_stitch", Flag(options.DisableStitch)),
            ("video_cover_timestamp_ms", options.VideoCoverTimestampMs?.ToString(CultureInfo.InvariantCulture)),
            ("brand_content_toggle", Flag(options.BrandContentToggle)),
            ("brand_organic_toggle", Flag(options.BrandOrganicToggle)),
            ("is_aigc", Flag(options.IsAigc)),
            ("schedule_time", options.ScheduleTime),
            ("schedule_zone", options.ScheduleZone),
            ("repair", Flag(options.Repair)),
            ("approval", Flag(options.Approval)),
        ];

    private static string? Flag(bool? flag) =>
        flag switch
        {
            null => null,
            true => "true",
            false => "false",
        };
}
