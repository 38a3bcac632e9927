using System.Net;
using Clipyard.Failures;
using Clipyard.TikTokApi;
using Clipyard.TikTokApi.OAuth;
using Clipyard.TikTokApi.Posting;
using Microsoft.AspNetCore.Http.Features;
using TikTokUpload;

// Connects a TikTok account and sends a video into its inbox. The settings are in README.md beside this file.
var builder = WebApplication.CreateSlimBuilder(args);
builder.WebHost.ConfigureKestrel(server => server.Limits.MaxRequestBodySize = ChunkPlan.MaxVideoBytes);
builder.Services.Configure<FormOptions>(form => form.MultipartBodyLengthLimit = ChunkPlan.MaxVideoBytes);
builder.Services.AddSingleton(services =>
{
    var settings = builder.Configuration.GetSection("TikTok");
    var options = new TikTokApiOptions
    {
        ClientKey = settings["ClientKey"] ?? "",
        ClientSecret = settings["ClientSecret"] ?? "",
        ApiAddress = settings.GetValue<Uri?>("ApiAddress"),
    };
    return new TikTokApiClient(
        settings.GetValue<Uri?>("AuthorizeAddress") is { } page ? options with { AuthorizeAddress = page } : options,
        loggerFactory: services.GetRequiredService<ILoggerFactory>()
    );
});

await using var app = builder.Build();
app.MapGet("/", Home);
app.MapGet("/connect", Connect);
app.MapGet("/callback/", FinishAsync);
app.MapPost("/upload", UploadAsync).DisableAntiforgery(); // The cookie is not sent along by other sites' forms.
app.MapGet("/posts/{id}", ShowAsync);
await app.RunAsync();

static IResult Home(HttpContext context) =>
    Page(
        Connection.Of(context).Tokens is { } tokens
            ? $"""
            <p>Connected. Granted: {Html(tokens.Scopes.ToString())}</p>
            <form method="post" action="/upload" enctype="multipart/form-data">
            <input type="file" name="video" accept="video/mp4,video/quicktime,video/webm" required>
            <button>Send as a draft</button></form>
            """
            : """<p><a href="/connect">Connect a TikTok account</a></p>"""
    );

static IResult Connect(HttpContext context, TikTokApiClient tiktok)
{
    var authorization = tiktok.OAuth.Begin(
        new AuthorizationRequest
        {
            RedirectUri = new Uri($"{context.Request.Scheme}://{context.Request.Host}/callback/"),
            Scopes = new ScopeSet(TikTokScopes.UserInfoBasic, TikTokScopes.VideoUpload),
        }
    );
    Connection.Of(context).Pending = authorization;
    return Results.Redirect(authorization.Address.AbsoluteUri);
}

static async Task<IResult> FinishAsync(HttpContext context, TikTokApiClient tiktok, CancellationToken cancellationToken)
{
    var connection = Connection.Of(context);
    var pending = connection.Pending;
    connection.Pending = null;
    try
    {
        var code = AuthorizationCallback.Read(context.Request.QueryString.Value ?? "").TakeCode(pending?.State);
        connection.Tokens = await tiktok.OAuth.ExchangeAsync(
            code,
            pending!.RedirectUri,
            pending.Verifier,
            cancellationToken
        );
        return Results.Redirect("/");
    }
    catch (ClipyardException error)
    {
        return Failed(error);
    }
}

static async Task<IResult> UploadAsync(
    HttpContext context,
    IFormFile video,
    TikTokApiClient tiktok,
    CancellationToken cancellationToken
)
{
    if (Connection.Of(context).Tokens is not { } tokens)
    {
        return Results.Redirect("/");
    }

    try
    {
        await using var content = video.OpenReadStream();
        var source = new StreamUploadSource(content, FormatOf(video.FileName));
        var ticket = await tiktok.Posting.InitInboxUploadAsync(
            tokens.AccessToken,
            ChunkPlan.For(source.Length),
            cancellationToken
        );
        var options = new UploadOptions
        {
            AskUploadedBytes = token => tiktok.Posting.GetUploadedBytesAsync(tokens.AccessToken, ticket, token),
        };
        await tiktok.Uploads.SendAsync(ticket, source, options, cancellationToken);
        return Results.Redirect($"/posts/{Uri.EscapeDataString(ticket.PublishId.Value)}");
    }
    catch (ClipyardException error)
    {
        return Failed(error);
    }
}

static async Task<IResult> ShowAsync(
    HttpContext context,
    string id,
    TikTokApiClient tiktok,
    CancellationToken cancellationToken
)
{
    if (Connection.Of(context).Tokens is not { } tokens)
    {
        return Results.Redirect("/");
    }

    try
    {
        var status = await tiktok.Posting.GetStatusAsync(tokens.AccessToken, new PublishId(id), cancellationToken);
        return Page(
            status.Stage switch
            {
                PublishStage.SentToInbox => "<p>It is in the inbox. Open the notification in TikTok to post it.</p>",
                PublishStage.Published => $"<p>It is posted. {Html(string.Join(", ", status.PostIds))}</p>",
                PublishStage.Failed => $"<p>{Html(status.Failure!.Message)} ({Html(status.FailReason ?? "")})</p>",
                _ => $"<p>TikTok is at work ({Html(status.Name)}). Load this page again.</p>",
            }
        );
    }
    catch (ClipyardException error)
    {
        return Failed(error);
    }
}

static VideoFormat FormatOf(string name) =>
    Path.GetExtension(name).ToUpperInvariant() switch
    {
        ".MOV" => VideoFormat.QuickTime,
        ".WEBM" => VideoFormat.WebM,
        _ => VideoFormat.Mp4,
    };

static IResult Failed(ClipyardException error) =>
    Page($"<p>{Html(error.Message)} {Html(error.Remedies[0])}</p>", StatusCodes.Status502BadGateway);

static IResult Page(string body, int status = StatusCodes.Status200OK) =>
    Results.Content(
        $"""<!DOCTYPE html><html lang="en"><title>TikTok upload</title><body>{body}<p><a href="/">Home</a></p>""",
        "text/html; charset=utf-8",
        statusCode: status
    );

static string Html(string text) => WebUtility.HtmlEncode(text);
