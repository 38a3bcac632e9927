using Clipyard.Sandbox.Control;
using Clipyard.Sandbox.Faults;
using Clipyard.Sandbox.Journals;
using Clipyard.Sandbox.Media;
using Clipyard.Sandbox.Official;
using Clipyard.Sandbox.Pages;
using Clipyard.Sandbox.Worlds;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;

namespace Clipyard.Sandbox.Hosting;

/// <summary>One request from the connection to its answer: host, journal, limits, faults, answer.</summary>
internal sealed class SandboxApplication(
    SandboxWorld world,
    SandboxClock clock,
    SandboxFaults faults,
    RateLimits limits,
    SandboxJournal journal,
    ChainToken chain,
    Answers answers,
    OfficialApplication official,
    ControlInterface control
) : IHttpApplication<HttpContext>
{
    public HttpContext CreateContext(IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures);

    public void DisposeContext(HttpContext context, Exception? exception) { }

    public async Task ProcessRequestAsync(HttpContext context)
    {
        try
        {
            await ServeAsync(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client left.
        }
    }

    private async Task ServeAsync(HttpContext context)
    {
        var request = context.Request;
        var host = TikTokHosts.Classify(request.Host.Host);
        if (host == HostKind.Foreign)
        {
            await ResponseSender.SendAsync(
                context,
                SandboxResponse.Text("This host name is not TikTok's.\n", 421),
                entry: null
            );
            return;
        }

        var route = RouteParser.Parse(host, request.Path.Value ?? "/", request.Query);
        if (route.Endpoint == SandboxEndpoint.Control)
        {
            await ResponseSender.SendAsync(context, await control.HandleAsync(context), entry: null);
            return;
        }

        var asset = answers.FindAsset(route);
        var endpoint = asset?.Endpoint ?? route.Endpoint;
        var entry = Record(request, route, asset, endpoint);
        if (limits.Count(endpoint, clock.Now) is { } wait)
        {
            var seconds = (int)Math.Ceiling(wait.TotalSeconds);
            await ResponseSender.SendAsync(context, OtherPages.Refusal(429, Math.Max(1, seconds)), entry);
            return;
        }

        var target = new FaultTarget(endpoint, entry.Host, entry.Path + entry.Query, entry.Post, entry.Creator);
        var struck = faults.Take(target);
        entry.Fault = struck.Fault?.Kind.ToString();
        if (struck.Delay > TimeSpan.Zero)
        {
            await Task.Delay(struck.Delay, context.RequestAborted);
        }

        await AnswerAsync(context, route, asset, entry, struck.Fault);
    }

    private async Task AnswerAsync(
        HttpContext context,
        SandboxRoute route,
        MediaAsset? asset,
        JournalEntry entry,
        SandboxFault? fault
    )
    {
        var request = context.Request;
        if (route.Target == RouteTarget.Official)
        {
            var answer = await official.AnswerAsync(context, route.Endpoint, entry, fault);
            await SendAsync(context, answer, entry, fault);
            return;
        }

        var response =
            HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)
                ? answers.For(request, route, asset, fault)
                : SandboxResponse.Text("", 405).With("Allow", "GET, HEAD");
        if (route.Endpoint is SandboxEndpoint.Page or SandboxEndpoint.Profile)
        {
            response = WithCookies(request, response);
        }

        await SendAsync(context, response, entry, fault);
    }

    private static Task SendAsync(
        HttpContext context,
        SandboxResponse response,
        JournalEntry entry,
        SandboxFault? fault
    ) =>
        fault is { } wire && wire.Kind.IsOnTheWire()
            ? ResponseSender.SendFaultyAsync(context, response, wire, entry)
            : ResponseSender.SendAsync(context, response, entry);

    private SandboxResponse WithCookies(HttpRequest request, SandboxResponse response)
    {
        if (chain.IsValid(CookieReader.Find(request, ChainToken.Name)))
        {
            return response;
        }

        // A browser on the loopback address would refuse a cookie for another domain.
        var scope = TikTokHosts.IsLoopback(request.Host.Host)
            ? "Path=/; HttpOnly"
            : "Path=/; Domain=.tiktok.com; Secure; HttpOnly; SameSite=None";
        return response
            .With("Set-Cookie", $"{ChainToken.Name}=\"{chain.Issue()}\"; {scope}")
            .With(
                "Set-Cookie",
                $"ttwid=1%7C{world.Sampler.Hex("ttwid")}%7C{clock.Now.ToUnixTimeSeconds()}; Max-Age=31536000; {scope}"
            )
            .With(
                "Set-Cookie",
                $"tt_csrf_token={world.Sampler.Hex("csrf", 8)}-{world.Sampler.Hex("csrf2", 24)}; {scope}"
            );
    }

    private JournalEntry Record(HttpRequest request, SandboxRoute route, MediaAsset? asset, SandboxEndpoint endpoint)
    {
        var post = asset?.PostId ?? route.PostId;
        return journal.Add(sequence => new JournalEntry
        {
            Sequence = sequence,
            Time = clock.Now,
            Host = request.Host.Host,
            Method = request.Method,
            Path = request.Path.Value ?? "/",
            Query = request.QueryString.Value ?? "",
            Endpoint = endpoint,
            Headers = request.Headers.ToDictionary(
                header => header.Key,
                header => header.Value.ToString(),
                StringComparer.OrdinalIgnoreCase
            ),
            Post = post,
            Creator = CreatorOf(request, route, post),
        });
    }

    private string? CreatorOf(HttpRequest request, SandboxRoute route, string? post)
    {
        if (route.Target == RouteTarget.Official)
        {
            return official.CreatorOf(request, route.Endpoint);
        }

        if (world.FindPost(post) is { } known)
        {
            return known.Creator;
        }

        return route.Target is RouteTarget.CreatorList or RouteTarget.PostList
            ? world.FindCreatorBySecUid(request.Query["secUid"])?.Username
            : route.Username;
    }
}
