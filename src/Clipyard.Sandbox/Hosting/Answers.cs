using Clipyard.Sandbox.Faults;
using Clipyard.Sandbox.Listing;
using Clipyard.Sandbox.Media;
using Clipyard.Sandbox.Pages;
using Clipyard.Sandbox.ShortLinks;
using Clipyard.Sandbox.Worlds;

namespace Clipyard.Sandbox.Hosting;

/// <summary>From a route to its answer, with the faults that act on what is said.</summary>
internal sealed class Answers
{
    private readonly SandboxWorld _world;
    private readonly SandboxClock _clock;
    private readonly PageHtml _html;
    private readonly PageCache _cache;
    private readonly WatchPages _watch;
    private readonly ProfilePages _profiles;
    private readonly EmbedPages _embeds;
    private readonly OEmbedAnswers _oembed;
    private readonly MediaAnswers _media;
    private readonly Challenge _challenge;
    private readonly SegmentedBody? _captured;

    public Answers(
        SandboxWorld world,
        SandboxClock clock,
        ChainToken chain,
        SandboxOptions options,
        byte[]? capturedPage
    )
    {
        var addresses = new MediaAddresses(world.Sampler);
        _world = world;
        _clock = clock;
        _html = new PageHtml(options.PagePaddingBytes);
        _cache = new PageCache(world);
        _watch = new WatchPages(world, addresses, _html);
        _profiles = new ProfilePages(world, addresses, _html);
        _embeds = new EmbedPages(world, addresses);
        _oembed = new OEmbedAnswers(world, addresses);
        _media = new MediaAnswers(world, addresses, chain, clock);
        _challenge = new Challenge(world.Sampler);
        _captured = capturedPage is null ? null : SegmentedBody.Of(capturedPage);
        Lists = new CreatorLists(world, addresses, clock);
    }

    public CreatorLists Lists { get; }

    public SandboxResponse For(HttpRequest request, SandboxRoute route, MediaAsset? asset, SandboxFault? fault) =>
        Replacement(request, route, asset, fault) ?? Changed(Regular(request, route, asset, fault), fault);

    /// <summary>The file that the route names.</summary>
    public MediaAsset? FindAsset(SandboxRoute route) =>
        route.Target is RouteTarget.File or RouteTarget.Play ? _media.Find(route.Key) : null;

    /// <summary>Answers that take the place of the regular one.</summary>
    private SandboxResponse? Replacement(
        HttpRequest request,
        SandboxRoute route,
        MediaAsset? asset,
        SandboxFault? fault
    ) =>
        fault?.Kind switch
        {
            FaultKind.Status => OtherPages.Refusal(fault.Status, fault.RetryAfterSeconds),
            FaultKind.HtmlInstead => SandboxResponse.Html(
                "<!DOCTYPE html><html><body>Something went wrong.</body></html>"
            ),
            FaultKind.Empty => SandboxResponse.Text("", 200),
            FaultKind.Captcha => OtherPages.Captcha(
                route.Endpoint == SandboxEndpoint.Listing || route.Target == RouteTarget.UserDetail
            ),
            FaultKind.LoginWall => OtherPages.LoginWall(request.Path),
            FaultKind.RegionNotServed => OtherPages.RegionNotServed(),
            FaultKind.UnsolvableChallenge => _challenge.Issue(fault.Number, _clock.Now),
            FaultKind.Challenge when !_challenge.IsSolved(CookieReader.Find(request, Challenge.Cookie)) =>
                _challenge.Issue(fault.Number, _clock.Now),
            FaultKind.OtherPost => Page(request, route with { PostId = fault.Text ?? DemoWorld.PlainVideo }, null),
            FaultKind.PageStatus => PageStatus(request, route, fault),
            FaultKind.NoRanges => _media.File(request, asset, ranges: false, changed: false),
            FaultKind.ChangedFile => _media.File(request, asset, ranges: true, changed: true),
            FaultKind.RepeatPage => Lists.Repeat(request.Query),
            FaultKind.MissingList => Lists.WithoutList(),
            _ => null,
        };

    private static SandboxResponse Changed(SandboxResponse response, SandboxFault? fault) =>
        fault?.Kind switch
        {
            FaultKind.ContentType => response with { ContentType = fault.Text ?? "text/plain" },
            FaultKind.Truncated => response with { Count = Math.Min(fault.Bytes, response.Length) },
            _ => response,
        };

    private SandboxResponse Regular(HttpRequest request, SandboxRoute route, MediaAsset? asset, SandboxFault? fault) =>
        route.Target switch
        {
            RouteTarget.Watch => Captured()
                ?? Page(request, route, fault?.Kind == FaultKind.Shape ? fault.Shape : null),
            RouteTarget.Photo => Captured()
                ?? Photo(request, route, fault?.Kind == FaultKind.Shape ? fault.Shape : null),
            RouteTarget.Profile => Captured() ?? Profile(route.Username ?? ""),
            RouteTarget.UserDetail => SandboxResponse.Json(
                PageJson.ForApi(_profiles.Answer(UserOf(request), _clock.Now))
            ),
            RouteTarget.EmbedPost => SandboxResponse.Html(_embeds.Post(route.PostId ?? "", _clock.Now)),
            RouteTarget.EmbedCreator => SandboxResponse.Html(_embeds.Creator(route.Username ?? "", _clock.Now)),
            RouteTarget.OEmbed => _oembed.Write(request.Query["url"], _clock.Now),
            RouteTarget.CreatorList => Lists.ByCreator(request.Query),
            RouteTarget.PostList => Lists.ByPosts(request.Query),
            RouteTarget.CollectionList => Lists.ByCollection(request.Query),
            RouteTarget.Play => _media.Play(request, asset),
            RouteTarget.File => _media.File(request, asset, ranges: true, changed: false),
            RouteTarget.ShortLink => ShortLinkAnswers.For(_world.FindShortLink(route.Key)),
            RouteTarget.Home or RouteTarget.Login or RouteTarget.About => SandboxResponse.Html(Shell()),
            _ => SandboxResponse.Html(Shell(), 404),
        };

    private SandboxResponse? Captured() =>
        // A page from elsewhere must not run scripts on our origin.
        _captured is null
            ? null
            : SandboxResponse.Html(_captured).With("Content-Security-Policy", "sandbox");

    private SandboxResponse Page(HttpRequest request, SandboxRoute route, PageShape? shape)
    {
        var post = _world.FindPost(route.PostId) ?? WatchPages.Missing(route.PostId ?? "0");
        if (post.LoginWall)
        {
            return OtherPages.LoginWall(request.Path);
        }

        if (post.HttpStatus != 200)
        {
            return SandboxResponse.Html(Shell(), post.HttpStatus);
        }

        var form = shape ?? Form(request, route, post);
        return SandboxResponse.Html(_cache.Get($"{post.Id}/{form}", _clock.Now, now => _watch.Write(post, form, now)));
    }

    /// <summary>Phones get the photo post; desktops get a page that only names it.</summary>
    private SandboxResponse Photo(HttpRequest request, SandboxRoute route, PageShape? shape) =>
        shape is null && !IsPhone(request)
            ? SandboxResponse.Html(_watch.WriteWithoutDetail(route.Username ?? "", route.PostId ?? ""))
            : Page(request, route, shape);

    private SandboxResponse Profile(string username) =>
        SandboxResponse.Html(_cache.Get("@" + username, _clock.Now, now => _profiles.Write(username, now)));

    private SandboxResponse PageStatus(HttpRequest request, SandboxRoute route, SandboxFault fault)
    {
        var post = WatchPages.Missing(route.PostId ?? "0") with
        {
            Creator = route.Username ?? "",
            StatusCode = fault.Status,
            StatusMessage = fault.Text ?? "",
        };
        return SandboxResponse.Html(_watch.Write(post, Form(request, route, post), _clock.Now));
    }

    private SandboxCreator? UserOf(HttpRequest request) =>
        _world.FindCreator(request.Query["uniqueId"]) ?? _world.FindCreatorBySecUid(request.Query["secUid"]);

    private SegmentedBody Shell() =>
        _cache.Get("shell", _clock.Now, now => _watch.Write(WatchPages.Missing("0"), PageShape.Shell, now));

    private static PageShape Form(HttpRequest request, SandboxRoute route, SandboxPost post)
    {
        if (post.Shape != PageShape.ByUserAgent)
        {
            return post.Shape;
        }

        return route.ForceMobile || IsPhone(request) ? PageShape.Reflow : PageShape.Universal;
    }

    private static bool IsPhone(HttpRequest request) =>
        request.Headers.UserAgent.ToString() is var agent
        && (agent.Contains("iPhone", StringComparison.Ordinal) || agent.Contains("Mobile", StringComparison.Ordinal));
}
