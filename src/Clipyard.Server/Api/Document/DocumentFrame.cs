using Clipyard.Server.Api.Problems;
using Clipyard.Server.Identity;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Clipyard.Server.Api.Document;

/// <summary>What holds for all operations: who this is, where, and how callers prove who they are.</summary>
internal sealed class DocumentFrame(IPublicAddress address) : IOpenApiDocumentTransformer
{
    public const string Bearer = "bearer";
    public const string KeyHeader = "key_header";
    public const string Session = "session";
    public const string KeyInAddress = "key_in_address";

    private const string Description = """
        Clipyard keeps students' and creators' public TikTok posts.

        **Who calls**: an API key in `Authorization: Bearer KEY` or `X-API-Key: KEY`, or a signed-in browser's session.
        **Failures** are `application/problem+json` with `code`, `remedy` and `success: false`; `GET /problems` lists all codes.
        **Lists** are paged: pass `next_cursor` of one page as `cursor` of the next.
        **Limits**: every answer says in `RateLimit-Limit`, `RateLimit-Remaining` and `RateLimit-Reset` how many requests are left.
        **Requests** are named by `X-Request-Id`, the caller's own or a new one, in the answer and in the log.
        Ids are strings, times are UTC, sizes are bytes, durations milliseconds.
        """;

    public async Task TransformAsync(
        OpenApiDocument document,
        OpenApiDocumentTransformerContext context,
        CancellationToken cancellationToken
    )
    {
        document.Info = new OpenApiInfo
        {
            Title = "Clipyard",
            Version = typeof(DocumentFrame).Assembly.GetName().Version?.ToString(3) ?? "0",
            Description = Description,
        };
        document.Servers = [new OpenApiServer { Url = address.Base.AbsoluteUri.TrimEnd('/') }];
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal)
        {
            [Bearer] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                Description = "An API key.",
            },
            [KeyHeader] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.ApiKey,
                In = ParameterLocation.Header,
                Name = "X-API-Key",
                Description = "An API key.",
            },
            [Session] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.ApiKey,
                In = ParameterLocation.Cookie,
                Name = SessionCookie.CookieName,
                Description = "A browser's session; what changes something also needs the header X-Clipyard.",
            },
            [KeyInAddress] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.ApiKey,
                In = ParameterLocation.Query,
                Name = "api_key",
                Description = "An API key that may stand in an address, for callers that cannot set headers.",
            },
        };
        document.Components.Schemas ??= new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal);
        document.Components.Schemas[nameof(Problem)] = await context.GetOrCreateSchemaAsync(
            typeof(Problem),
            parameterDescription: null,
            cancellationToken
        );
    }
}
