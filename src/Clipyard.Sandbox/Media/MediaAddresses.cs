using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Clipyard.Sandbox.Worlds;

namespace Clipyard.Sandbox.Media;

/// <summary>Writes and checks the signed addresses of media files. Forms and lifetimes as in captures of 2025 and 2026.</summary>
internal sealed class MediaAddresses(Sampler sampler)
{
    public const string FirstVideoHost = "v16-webapp-prime.tiktok.com";
    private const string SecondVideoHost = "v19-webapp-prime.tiktok.com";
    private static readonly TimeSpan VideoLife = TimeSpan.FromHours(48);
    private static readonly TimeSpan SoundLife = TimeSpan.FromHours(24);

    private readonly byte[] _key = sampler.Bytes("media-key");

    /// <summary>Both mirrors, then the address on the site itself.</summary>
    public string[] Video(MediaAsset asset, bool videoOnly, DateTimeOffset now) =>
        [
            OnVideoHost(FirstVideoHost, asset, videoOnly, now),
            OnVideoHost(SecondVideoHost, asset, videoOnly, now),
            Play(asset),
        ];

    public string OnVideoHost(string host, MediaAsset asset, bool videoOnly, DateTimeOffset now)
    {
        var expiry = (now + VideoLife).ToUnixTimeSeconds();
        var track = videoOnly ? "media-video-hvc1/" : "";
        return $"https://{host}/video/tos/useast5/tos-useast5-ve-0068c003-tx/{asset.Token}/{track}?a=1988&bti=ODszNWYuMDE6"
            + $"&&bt=1267&ft=4KJMyMzm8Zmo0t8JJa4jV-z.QpWrKsd.&mime_type=video_mp4&rc={sampler.Hex(asset.Token)}"
            + $"&expire={expiry}&l={Created(now, asset)}&ply_type=2&policy=2"
            + $"&signature={Signature(asset.Token, expiry)}&tk=tt_chain_token&btag=e00088000";
    }

    public string Subtitle(MediaAsset asset, DateTimeOffset now) =>
        InPath("v16m-webapp.tiktokcdn-us.com", asset, VideoLife, "video_mp4", now);

    public string Sound(MediaAsset asset, DateTimeOffset now) =>
        asset.Unsigned
            ? $"https://sf16-ies-music-sg.tiktokcdn.com/obj/tos-alisg-ve-2774/{asset.Token}"
            : InPath(
                "v16m.tiktokcdn-us.com",
                asset,
                SoundLife,
                string.Equals(asset.ContentType, "audio/mpeg", StringComparison.Ordinal) ? "audio_mpeg" : "audio_mp4",
                now
            );

    /// <summary>An image on one of the mirrors (<c>p16</c>, <c>p19</c>), after the given template.</summary>
    public string Image(MediaAsset asset, string mirror, string template, DateTimeOffset now, TimeSpan? life = null)
    {
        var hours = (long)Math.Ceiling((now + (life ?? VideoLife)).ToUnixTimeSeconds() / 3600.0);
        var expiry = hours * 3600;
        return $"https://{mirror}-sign-sg.tiktokcdn.com/tos-alisg-i-photomode-sg/{asset.Token}~{template}"
            + $"?dr=14555&x-expires={expiry}&x-signature={Signature(asset.Token, expiry)}&t=4d5b0474&ps=13740610&shp=81f88b70";
    }

    public static DateTimeOffset SubtitleExpiry(DateTimeOffset now) => now + VideoLife;

    /// <summary>Whether the signature belongs to this file and expiry.</summary>
    public bool IsSigned(string token, long expiry, string? signature) =>
        signature is not null
        && CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(signature),
            Encoding.UTF8.GetBytes(Signature(token, expiry))
        );

    private string Play(MediaAsset asset) =>
        $"https://www.tiktok.com/aweme/v1/play/?faid=1988&file_id={asset.Token}&is_play_url=1&item_id={asset.PostId}"
        + $"&line=0&ply_type=2&signaturev3={Signature(asset.Token, 0)}&tk=tt_chain_token&video_id={MediaId(asset.PostId)}";

    public string MediaId(string? postId) => "v24044gl0000" + sampler.Hex("media/" + postId, 20);

    private string InPath(string host, MediaAsset asset, TimeSpan life, string mime, DateTimeOffset now)
    {
        var expiry = (now + life).ToUnixTimeSeconds();
        return $"https://{host}/{Signature(asset.Token, expiry)}/{expiry:x8}/video/tos/useast5/tos-useast5-v-0068c799-tx/"
            + $"{asset.Token}/?a=1988&bti=ODszNWYuMDE6&&bt=2287&mime_type={mime}&rc={sampler.Hex(asset.Token)}"
            + $"&l={Created(now, asset)}&btag=e00048000";
    }

    private string Created(DateTimeOffset now, MediaAsset asset) =>
        now.UtcDateTime.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture)
        + sampler.Hex("log/" + asset.Token, 20).ToUpperInvariant();

    private string Signature(string token, long expiry) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"{token}|{expiry}")))[..32];
}
