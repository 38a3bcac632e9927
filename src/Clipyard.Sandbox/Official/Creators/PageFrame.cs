using System.Net;

namespace Clipyard.Sandbox.Official.Creators;

/// <summary>What the sandbox's own pages look like: one narrow column, light or dark as the reader has it.</summary>
internal static class PageFrame
{
    /// <summary>No form-action: the answer of the consent page leads to the app, which that rule would forbid.</summary>
    public const string Policy =
        "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; media-src 'self'; base-uri 'none'; frame-ancestors 'none'";

    private const string Style = """
        :root{color-scheme:light dark;--line:#8883;--quiet:#666;--accent:#0b6e5b;--on:#fff;--paper:#fff;--ground:#f4f4f2}
        @media(prefers-color-scheme:dark){:root{--quiet:#aaa;--accent:#57c9ae;--on:#06231c;--paper:#1d1f20;--ground:#141516}}
        *{box-sizing:border-box}
        body{margin:0;padding:2rem 1rem;background:var(--ground);font:16px/1.5 system-ui,sans-serif}
        main{max-width:44rem;margin:auto}
        h1{font-size:1.4rem;line-height:1.25;margin:0 0 .5rem}h2{font-size:1.1rem;margin:2rem 0 .5rem}
        .card{background:var(--paper);border:1px solid var(--line);border-radius:.75rem;padding:1.25rem;margin:0 0 1rem}
        form.card:has(fieldset){max-width:30rem;margin:auto}
        .quiet,small{color:var(--quiet);font-size:.875rem}small{display:block}
        code{overflow-wrap:anywhere}
        fieldset{border:0;padding:0;margin:1.25rem 0}legend{padding:0;font-weight:600}
        .row{display:flex;justify-content:space-between;align-items:center;gap:1rem;padding:.6rem 0;border-bottom:1px solid var(--line)}
        .row input{width:1.25rem;height:1.25rem;flex:none;accent-color:var(--accent)}
        .field{display:grid;gap:.25rem;margin:.75rem 0;font-weight:600}
        select,textarea,input[type=text]{font:inherit;padding:.5rem;border:1px solid var(--line);border-radius:.4rem;background:transparent;color:inherit;width:100%}
        select option{background:var(--paper)}
        .actions{display:flex;gap:.75rem;margin-top:1rem}
        button{font:inherit;font-weight:600;flex:1;padding:.65rem 1rem;border:1px solid transparent;border-radius:.4rem;background:var(--accent);color:var(--on);cursor:pointer}
        button.plain{background:transparent;color:inherit;border-color:var(--line)}
        button:focus-visible,select:focus-visible,textarea:focus-visible,input:focus-visible,a:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
        .draft p{margin:0}.draft{display:grid;grid-template-columns:9rem 1fr;gap:1.25rem}
        @media(max-width:34rem){.draft{grid-template-columns:1fr}}
        video,img{width:100%;border-radius:.5rem;background:#000}
        ul.plain{list-style:none;padding:.25rem 1.25rem}ul.plain li{padding:.6rem 0;border-bottom:1px solid var(--line)}ul.plain li:last-child{border:0}
        button.small{flex:none;padding:.35rem .75rem;font-weight:500}li .row{border:0;padding:0}
        a{color:var(--accent)}
        """;

    public static string Write(string title, string body) =>
        $"""
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{WebUtility.HtmlEncode(title)}</title><style>{Style}</style></head><body><main>
            {body}
            </main></body></html>
            """;
}
