using System.Net;
using System.Text;
using Clipyard.Sandbox.Hosting;
using Clipyard.Sandbox.Official.Apps;
using Clipyard.Sandbox.Worlds;

namespace Clipyard.Sandbox.Control;

/// <summary>The page at <c>/_sandbox/</c>: what is here and how to change it.</summary>
internal static class ControlPage
{
    /// <summary>Its challenge is that of the verifier <c>example-verifier.0123456789_ABCDEFGHIJ~abcdefghijklm</c>.</summary>
    private const string Consent =
        $"/v2/auth/authorize/?client_key={DemoApps.AuditedKey}&amp;response_type=code&amp;scope=user.info.basic,video.upload,video.publish"
        + "&amp;redirect_uri=http%3A%2F%2F127.0.0.1%3A5080%2Fcallback%2F&amp;state=example&amp;code_challenge_method=S256"
        + "&amp;code_challenge=28080174204abae35047b3b548b201be151ba4d19b5ac024ec278d19b23c49f5";

    public static SandboxResponse Write(SandboxServer server)
    {
        var root = server.Address.AbsoluteUri;
        var rows = new StringBuilder();
        foreach (var creator in server.World.Creators.OrderBy(creator => creator.Username, StringComparer.Ordinal))
        {
            var name = WebUtility.HtmlEncode(creator.Username);
            rows.Append(
                null,
                $"<tr><td><a href=\"/@{name}\">@{name}</a></td><td>{WebUtility.HtmlEncode(creator.Nickname)}</td>"
            );
            rows.Append(
                null,
                $"<td><a href=\"/_sandbox/creators/{name}/posts\">{server.World.PostsOf(creator.Username).Count}</a></td><td><a href=\"/_sandbox/inbox/{name}\">inbox</a></td></tr>"
            );
        }

        var proxy = server.InterceptProxy is { } address
            ? $"<p>Programs that know nothing of this: <code>--proxy {address.AbsoluteUri}</code>, certificate authority <code>{WebUtility.HtmlEncode(server.CertificateAuthorityFile)}</code>.</p>"
            : "";
        return SandboxResponse.Html(
            $$"""
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"/><meta name="viewport" content="width=device-width, initial-scale=1"/>
            <title>Clipyard sandbox</title>
            <style>
            :root{color-scheme:light dark}
            body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}
            table{border-collapse:collapse}td,th{padding:.2rem 1.2rem .2rem 0;text-align:left}
            pre{overflow:auto;padding:1rem;border:1px solid #8884;border-radius:.5rem}
            </style></head><body>
            <h1>Clipyard sandbox</h1>
            <p>A stand-in for TikTok's public site and its official API. It is {{server.Clock.Now.UtcDateTime:yyyy-MM-dd HH:mm:ss}} UTC here. Its watch pages are data for clients: a browser shows them empty.</p>
            {{proxy}}
            <table><thead><tr><th>account</th><th>name</th><th>posts shown</th><th>in the app</th></tr></thead><tbody>{{rows}}</tbody></table>
            <p><a href="/_sandbox/state">state</a> · <a href="/_sandbox/creators">creators</a> · <a href="/_sandbox/posts">posts</a>
             · <a href="/_sandbox/short-links">short links</a> · <a href="/_sandbox/faults">faults</a>
             · <a href="/_sandbox/limits">limits</a> · <a href="/_sandbox/journal">journal</a></p>
            <p>Official API: <a href="/_sandbox/apps">apps</a> · <a href="/_sandbox/settings">settings</a> · <a href="/_sandbox/tasks">tasks</a>
             · <a href="/_sandbox/published">posts made</a> · <a href="/_sandbox/webhooks">webhooks</a> · <a href="/_sandbox/report">report</a></p>
            <p><a href="{{Consent}}">See a consent page</a> (its app is the audited demo app, key <code>{{DemoApps.AuditedKey}}</code>, secret <code>{{DemoApps.AuditedSecret}}</code>)</p>
            <pre># a watch page, as a client sees it
            curl -H 'Host: www.tiktok.com' {{root}}@{{DemoWorld.SunnyGarden}}/video/{{DemoWorld.PlainVideo}}
            # a video of 1 GiB
            curl {{root}}_sandbox/posts -d '{"creator":"{{DemoWorld.SunnyGarden}}","size_bytes":1073741824}'
            # the next two downloads of one post break off after 1000 bytes
            curl {{root}}_sandbox/faults -d '{"kind":"cut","endpoint":"media","post":"{{DemoWorld.PlainVideo}}","bytes":1000,"times":2}'
            # two days later
            curl {{root}}_sandbox/clock -d '{"advance_ms":172800000}'
            # what was asked
            curl {{root}}_sandbox/journal
            # everything as at the start
            curl -X POST {{root}}_sandbox/reset</pre>
            </body></html>
            """
        );
    }
}
