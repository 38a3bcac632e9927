using System.IO.Compression;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.FileProviders;

namespace Clipyard.Server.Api.Document;

/// <summary>
/// The page at <c>/docs</c>: Swagger UI's own files out of its package, with a start script of ours as a file, because
/// its own page starts from a script within the page and that our content security policy forbids.
/// </summary>
internal static class DocsPage
{
    private const string Page = """
        <!doctype html>
        <html lang="en">
        <head>
          <meta charset="utf-8">
          <meta name="viewport" content="width=device-width, initial-scale=1">
          <title>Clipyard: the interface</title>
          <link rel="stylesheet" href="docs/swagger-ui.css">
          <link rel="icon" href="docs/favicon-32x32.png">
        </head>
        <body>
          <main id="interface"></main>
          <noscript>The document itself: <a href="openapi/v1.json">openapi/v1.json</a>.</noscript>
          <script src="docs/swagger-ui-bundle.js"></script>
          <script src="docs/start.js"></script>
        </body>
        </html>
        """;

    private const string Start = """
        SwaggerUIBundle({
          url: 'openapi/v1.json',
          dom_id: '#interface',
          deepLinking: true,
          docExpansion: 'list',
          defaultModelsExpandDepth: -1,
          displayRequestDuration: true,
          persistAuthorization: false,
          validatorUrl: null,
          requestInterceptor: (request) => {
            // A signed-in browser changes things only with this header.
            request.headers['X-Clipyard'] = 'docs';
            return request;
          },
        });
        """;

    private static readonly EmbeddedFileProvider Files = new(
        typeof(SwaggerUIBuilderExtensions).Assembly,
        "Swashbuckle.AspNetCore.SwaggerUI.node_modules.swagger_ui_dist"
    );

    private static readonly Dictionary<string, string> Types = new(StringComparer.Ordinal)
    {
        ["swagger-ui.css"] = "text/css",
        ["swagger-ui-bundle.js"] = "text/javascript",
        ["favicon-32x32.png"] = "image/png",
    };

    public static void MapDocsPage(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/docs").AllowAnonymous().ExcludeFromDescription();
        group.MapGet("", () => Results.Content(Page, "text/html; charset=utf-8"));
        group.MapGet("/start.js", () => Results.Content(Start, "text/javascript; charset=utf-8"));
        group.MapGet("/{file}", Asset);
    }

    private static IResult Asset(string file, HttpResponse response)
    {
        if (!Types.TryGetValue(file, out var type) || Files.GetFileInfo(file) is not { Exists: true } asset)
        {
            return Results.NotFound();
        }

        response.Headers.CacheControl = "public, max-age=86400";
        return Results.Stream(Plain(asset), type);
    }

    // The package holds its files compressed, without saying so in their names.
    private static Stream Plain(IFileInfo asset)
    {
        var stream = asset.CreateReadStream();
        var isCompressed = stream.ReadByte() == 0x1f && stream.ReadByte() == 0x8b;
        stream.Position = 0;
        return isCompressed ? new GZipStream(stream, CompressionMode.Decompress) : stream;
    }
}
