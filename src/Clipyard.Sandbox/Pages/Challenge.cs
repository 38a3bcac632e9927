using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Clipyard.Sandbox.Hosting;
using Clipyard.Sandbox.Worlds;

namespace Clipyard.Sandbox.Pages;

/// <summary>The proof-of-work page of March 2026, and the check of its answer.</summary>
internal sealed class Challenge(Sampler sampler)
{
    public const string Cookie = "_wafchallengeid";

    private readonly byte[] _key = sampler.Bytes("challenge-key");
    private long _issued;

    /// <summary>A fresh challenge that <paramref name="solution"/> solves.</summary>
    public SandboxResponse Issue(int solution, DateTimeOffset now)
    {
        var nonce = sampler.Bytes("challenge/" + Interlocked.Increment(ref _issued));
        var goal = Hash(nonce, solution.ToString(CultureInfo.InvariantCulture));
        var values = new JsonObject
        {
            ["a"] = Convert.ToBase64String(nonce),
            ["b"] = now.ToUnixTimeSeconds(),
            ["c"] = Convert.ToBase64String(goal),
        };
        var task = new JsonObject { ["v"] = values, ["s"] = Signature(values) };
        var text = Convert.ToBase64String(PageJson.ForApi(task)).TrimEnd('=');
        return SandboxResponse.Html(
            $$"""
            <!DOCTYPE html> <html lang="en"> <head> <link rel="icon" href="data:;base64,="> <script id="slardar-config" type="application/json"> { "slardarClient": "SlardarWAF", "sdkUrl": "https://sf16-website-login.neutral.ttwstatic.com/obj/tiktok_web_login_static/slardar/fe/sdk-web/browser.sg.js", "bid": "slardar_us_waf", "pid": "pid" } </script> </head> <body> Please wait... <p id="wci" class="{{Cookie}}"></p> <p id="cs" class="{{text}}"></p> <p id="rci" class="waforiginalreid"></p> <p id="rs" class=""></p> <p id="place_hold" class="support original referer"></p> <script tpye="text/javascript" src="https://sf16-website-login.neutral.ttwstatic.com/obj/tiktok_web_login_static/obj/waf-aiso/dd9806.js"></script> </body> </html>
            """
        );
    }

    /// <summary>Whether the cookie answers a challenge that we issued.</summary>
    public bool IsSolved(string? cookie)
    {
        if (cookie is null)
        {
            return false;
        }

        try
        {
            var answer = JsonNode.Parse(Convert.FromBase64String(cookie.Trim('"')));
            return answer is JsonObject { } task
                && task["v"] is JsonObject values
                && task["s"]?.GetValue<string>() is { } signature
                && string.Equals(signature, Signature(values), StringComparison.Ordinal)
                && task["d"]?.GetValue<string>() is { } solution
                && Hash(Bytes(values, "a"), Encoding.ASCII.GetString(Convert.FromBase64String(solution)))
                    .AsSpan()
                    .SequenceEqual(Bytes(values, "c"));
        }
        catch (Exception error) when (error is FormatException or JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    private string Signature(JsonObject values) =>
        Convert.ToBase64String(HMACSHA256.HashData(_key, PageJson.ForApi(values)));

    private static byte[] Bytes(JsonObject values, string name) =>
        Convert.FromBase64String(values[name]?.GetValue<string>() ?? "");

    private static byte[] Hash(byte[] nonce, string solution) =>
        SHA256.HashData([.. nonce, .. Encoding.ASCII.GetBytes(solution)]);
}
