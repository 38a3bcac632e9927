using System.Globalization;
using System.Security.Cryptography;

namespace Clipyard.Creators;

/// <summary>One request of the listing: what a browser on Windows would send.</summary>
internal sealed record ListingQuery(string SecUid, DateTimeOffset Cursor)
{
    private const int PageSize = 15;

    /// <summary>The device ids that TikTok's own web client draws (docs/tiktok-web.md, "Profiles and listings").</summary>
    private const long FirstDeviceId = 7250000000000000000;

    private const long LastDeviceId = 7325099899999994577;

    private string DeviceId { get; init; } = NewDeviceId();

    private string VerifyFp { get; init; } =
        string.Create(CultureInfo.InvariantCulture, $"verify_{RandomNumberGenerator.GetHexString(7, lowercase: true)}");

    public ListingQuery Before(DateTimeOffset cursor) => this with { Cursor = cursor };

    public ListingQuery WithNewDevice() => this with { DeviceId = NewDeviceId() };

    public Uri ToUri()
    {
        (string Name, string Value)[] parameters =
        [
            ("aid", "1988"),
            ("app_language", "en"),
            ("app_name", "tiktok_web"),
            ("browser_language", "en-US"),
            ("browser_name", "Mozilla"),
            ("browser_online", "true"),
            ("browser_platform", "Win32"),
            ("browser_version", "5.0 (Windows)"),
            ("channel", "tiktok_web"),
            ("cookie_enabled", "true"),
            ("count", PageSize.ToString(CultureInfo.InvariantCulture)),
            ("cursor", Cursor.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture)),
            ("device_id", DeviceId),
            ("device_platform", "web_pc"),
            ("focus_state", "true"),
            ("from_page", "user"),
            ("history_len", "2"),
            ("is_fullscreen", "false"),
            ("is_page_visible", "true"),
            ("language", "en"),
            ("os", "windows"),
            ("priority_region", ""),
            ("referer", ""),
            ("region", "US"),
            ("screen_height", "1080"),
            ("screen_width", "1920"),
            ("secUid", SecUid),
            ("type", "1"), // newest first
            ("tz_name", "UTC"),
            ("verifyFp", VerifyFp),
            ("webcast_language", "en"),
        ];

        var query = string.Join('&', parameters.Select(pair => $"{pair.Name}={Uri.EscapeDataString(pair.Value)}"));
        return new Uri($"https://www.tiktok.com/api/creator/item_list/?{query}");
    }

    private static string NewDeviceId() =>
        Random.Shared.NextInt64(FirstDeviceId, LastDeviceId).ToString(CultureInfo.InvariantCulture);
}
