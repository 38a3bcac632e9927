using System.Globalization;
using Clipyard.Sandbox.Hosting;
using Clipyard.Sandbox.Worlds;
using Microsoft.Net.Http.Headers;

namespace Clipyard.Sandbox.Media;

/// <summary>The media hosts: cookie, signature and expiry first, then the file or the part asked for.</summary>
internal sealed class MediaAnswers(SandboxWorld world, MediaAddresses addresses, ChainToken chain, SandboxClock clock)
{
    /// <summary>Answers for a file.</summary>
    public SandboxResponse File(HttpRequest request, MediaAsset? asset, bool ranges, bool changed)
    {
        if (asset is null)
        {
            return Refusal(404);
        }

        if (asset.FirstMirrorDead && Is(request.Host.Host, MediaAddresses.FirstVideoHost))
        {
            return Refusal(404);
        }

        return IsAllowed(request, asset) ? Content(request, asset, ranges, changed) : Refusal(403);
    }

    /// <summary><c>/aweme/v1/play/</c>: leads to a media host with a fresh address.</summary>
    public SandboxResponse Play(HttpRequest request, MediaAsset? asset)
    {
        if (asset is not { Kind: MediaKind.Video })
        {
            return Refusal(404);
        }

        var signed = addresses.IsSigned(asset.Token, 0, request.Query["signaturev3"]) && HasCookie(request);
        return signed
            ? SandboxResponse.Redirect(
                addresses.OnVideoHost("v19-webapp-prime.tiktok.com", asset, videoOnly: false, clock.Now)
            )
            : Refusal(403);
    }

    private bool IsAllowed(HttpRequest request, MediaAsset asset)
    {
        if (asset.Unsigned)
        {
            return true;
        }

        return asset.Kind switch
        {
            MediaKind.Video => HasCookie(request)
                && IsCurrent(asset, request.Query["expire"], 10, request.Query["signature"]),
            MediaKind.Image => IsCurrent(asset, request.Query["x-expires"], 10, request.Query["x-signature"]),
            _ => InPath(request.Path.Value ?? "", asset),
        };
    }

    private bool InPath(string path, MediaAsset asset) =>
        path.Split('/', StringSplitOptions.RemoveEmptyEntries) is [var signature, var expiry, ..]
        && IsCurrent(asset, expiry, 16, signature);

    private bool IsCurrent(MediaAsset asset, string? expiry, int numberBase, string? signature)
    {
        var style = numberBase == 16 ? NumberStyles.AllowHexSpecifier : NumberStyles.None;
        return long.TryParse(expiry, style, CultureInfo.InvariantCulture, out var seconds)
            && clock.Now.ToUnixTimeSeconds() <= seconds
            && addresses.IsSigned(asset.Token, seconds, signature);
    }

    private bool HasCookie(HttpRequest request) =>
        request.Query["tk"] != ChainToken.Name || chain.IsValid(CookieReader.Find(request, ChainToken.Name));

    private static SandboxResponse Content(HttpRequest request, MediaAsset asset, bool ranges, bool changed)
    {
        var body = changed ? Changed(asset.Body) : asset.Body;
        var etag = $"\"{asset.Token}-{body.Length:x}{(changed ? "-2" : "")}\"";
        var whole = new SandboxResponse
        {
            ContentType = asset.ContentType,
            Body = body,
            Headers =
            [
                new("Accept-Ranges", ranges ? "bytes" : "none"),
                new("ETag", etag),
                new("Last-Modified", "Thu, 01 Jan 2026 00:00:00 GMT"),
                new("Cache-Control", "max-age=86400"),
                new("X-Cache", "TCP_HIT"),
            ],
        };
        return ranges ? RangeAnswer.For(request, whole, etag) : whole;
    }

    /// <summary>The same length, other bytes at the end: what a client meets that resumes a file that was replaced.</summary>
    private static SegmentedBody Changed(SegmentedBody body)
    {
        const int tail = 64;
        if (body.Length <= tail || body.Length > int.MaxValue / 4)
        {
            return body;
        }

        var bytes = new byte[body.Length];
        var at = 0;
        foreach (var piece in body.Read(0, body.Length - tail))
        {
            piece.CopyTo(bytes.AsMemory(at));
            at += piece.Length;
        }

        bytes.AsSpan(at).Fill(0x7E);
        return SegmentedBody.Of(bytes);
    }

    private static SandboxResponse Refusal(int status) =>
        Pages.OtherPages.Refusal(status, null).With(HeaderNames.CacheControl, "no-store");

    private static bool Is(string host, string name) => string.Equals(host, name, StringComparison.OrdinalIgnoreCase);

    /// <summary>The file that a route names, or null.</summary>
    public MediaAsset? Find(string? token) => world.TryGetAsset(token, out var asset) ? asset : null;
}
