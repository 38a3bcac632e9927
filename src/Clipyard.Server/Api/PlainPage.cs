using System.Net;

namespace Clipyard.Server.Api;

/// <summary>A page for a person whom a link or a redirect led here. No script; what is put in must be escaped.</summary>
internal static class PlainPage
{
    public const string ContentType = "text/html; charset=utf-8";

    /// <summary>The whole page.</summary>
    /// <param name="title">Its heading; escaped here.</param>
    /// <param name="body">HTML.</param>
    public static string Of(string title, string body) =>
        $$"""
            <!doctype html>
            <html lang="en">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <meta name="robots" content="noindex">
              <title>{{Text(title)}} - Clipyard</title>
              <style>
                :root { color-scheme: light dark; }
                body { font: 1rem/1.5 system-ui, sans-serif; margin: 0; padding: 2rem 1rem; }
                main { max-width: 34rem; margin: 0 auto; }
                button { font: inherit; padding: .5rem 1rem; margin: 0 .5rem .5rem 0; }
                dt { opacity: .75; }
                dd { margin: 0 0 .75rem; overflow-wrap: anywhere; white-space: pre-wrap; }
                video, img { display: block; max-width: 100%; max-height: 70vh; margin: 0 0 1rem; }
                textarea { font: inherit; display: block; width: 100%; box-sizing: border-box; margin: 0 0 1rem; }
                .quiet { opacity: .75; font-family: monospace; }
              </style>
            </head>
            <body><main>
            <h1>{{Text(title)}}</h1>
            {{body}}
            </main></body>
            </html>
            """;

    /// <summary>Text as it may stand in a page, between tags or in a quoted attribute.</summary>
    public static string Text(string text) => WebUtility.HtmlEncode(text);
}
