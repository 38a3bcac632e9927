using System.Text;
using Clipyard.Sandbox.Hosting;

namespace Clipyard.Sandbox.Pages;

/// <summary>Pages that are not the page.</summary>
internal static class OtherPages
{
    public static SandboxResponse Captcha(bool api) =>
        api
            ? SandboxResponse.Json(
                """{"code":10000,"from":"","type":"verify","version":"","region":"us","detail":""}"""u8.ToArray()
            )
            : SandboxResponse.Html(
                "<!DOCTYPE html><html><head><title>Security Check</title></head><body><div id=\"captcha-verify\"></div></body></html>"
            );

    public static SandboxResponse LoginWall(string path) =>
        SandboxResponse.Redirect(
            $"https://www.tiktok.com/login?redirect_url={Uri.EscapeDataString("https://www.tiktok.com" + path)}&lang=en&enter_method=mandatory"
        );

    public static SandboxResponse RegionNotServed() => SandboxResponse.Redirect("https://www.tiktok.com/hk/about");

    /// <summary>The bodies that come with refusals.</summary>
    public static SandboxResponse Refusal(int status, int? retryAfterSeconds)
    {
        var response = status switch
        {
            403 => SandboxResponse.Html(
                "<HTML><HEAD>\n<TITLE>Access Denied</TITLE>\n</HEAD><BODY>\n<H1>Access Denied</H1>\n \nYou don't have permission to access this resource on this server.<P>\nReference&#32;&#35;18&#46;sandbox\n</BODY>\n</HTML>\n",
                status
            ),
            503 => SandboxResponse.Text("overload-protect triggered", status),
            >= 200 and < 300 => SandboxResponse.Text("", status),
            _ => SandboxResponse.Html(Encoding.UTF8.GetString(ErrorPage(status)), status),
        };
        return retryAfterSeconds is { } seconds ? response.With("Retry-After", seconds.ToString()) : response;
    }

    private static byte[] ErrorPage(int status) =>
        Encoding.UTF8.GetBytes(
            $"<!DOCTYPE html><html><head><title>{status}</title></head><body>{status}</body></html>"
        );
}
