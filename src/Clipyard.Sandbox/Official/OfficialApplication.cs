using System.Text;
using Clipyard.Sandbox.Faults;
using Clipyard.Sandbox.Hosting;
using Clipyard.Sandbox.Journals;
using Clipyard.Sandbox.Media;
using Clipyard.Sandbox.Official.Creators;
using Clipyard.Sandbox.Official.OAuth;
using Clipyard.Sandbox.Official.Posting;
using Clipyard.Sandbox.Official.Wire;

namespace Clipyard.Sandbox.Official;

/// <summary>From a request to the official API to its answer.</summary>
internal sealed class OfficialApplication : IAsyncDisposable
{
    private const int LongestRecordedBody = 16 * 1024;

    private readonly OfficialState _state;
    private readonly ApiAnswers _answers;
    private readonly TokenRates _rates;
    private readonly AuthorizeAnswers _authorize;
    private readonly TokenAnswers _tokens;
    private readonly UserInfoAnswers _users;
    private readonly VideoAnswers _videos;
    private readonly CreatorInfoAnswers _creators;
    private readonly InitAnswers _inits;
    private readonly StatusAnswers _statuses;
    private readonly UploadAnswers _uploads;
    private readonly Puller _puller;
    private readonly OfficialPump _pump;

    public OfficialApplication(OfficialState state, RateLimits limits, Func<string> newPostId)
    {
        var addresses = new MediaAddresses(state.World.Sampler);
        var caps = new PostingLimits(state);
        _state = state;
        _answers = new ApiAnswers(new LogIds(state.World.Sampler, state.Clock));
        _rates = new TokenRates(limits);
        var door = new Door(state, _rates);
        Maker = new PostMaker(state, newPostId);
        Publisher = new Publisher(state, caps, Maker);
        Limits = caps;
        _puller = new Puller(state, Publisher);
        _authorize = new AuthorizeAnswers(state);
        _tokens = new TokenAnswers(state);
        _users = new UserInfoAnswers(state, addresses, _answers, door);
        _videos = new VideoAnswers(state, addresses, _answers, door);
        _creators = new CreatorInfoAnswers(state, caps, addresses, _answers, door);
        _inits = new InitAnswers(state, caps, Publisher, _puller, _answers, door);
        _statuses = new StatusAnswers(state, Publisher, _answers, door);
        _uploads = new UploadAnswers(state, Publisher);
        _pump = new OfficialPump(state, Publisher);
    }

    public Publisher Publisher { get; }

    public PostMaker Maker { get; }

    public PostingLimits Limits { get; }

    public AuthorizeRules Rules => _authorize.Rules;

    public Consents Consents => _authorize.Consents;

    /// <summary>The account behind an access token or an upload address; null where nothing tells yet.</summary>
    public string? CreatorOf(HttpRequest request, SandboxEndpoint endpoint)
    {
        lock (_state.Gate)
        {
            return endpoint == SandboxEndpoint.Upload
                ? _state.FindUpload(request.Query["upload_id"], request.Query["upload_token"])?.Grant.Username
                : _state.Tokens.FindByAccess(Door.TokenOf(request), _state.Clock.Now)?.Username;
        }
    }

    /// <summary>Answers a request; a fault that takes the place of the answer is in it already.</summary>
    public async Task<SandboxResponse> AnswerAsync(
        HttpContext context,
        SandboxEndpoint endpoint,
        JournalEntry entry,
        SandboxFault? fault
    )
    {
        var request = context.Request;
        if (endpoint == SandboxEndpoint.Upload)
        {
            return await UploadAsync(new ApiCall(request, endpoint, entry, []), fault, context.RequestAborted);
        }

        if (await RequestBody.ReadAsync(request, context.RequestAborted) is not { } body)
        {
            return SandboxResponse.Text("", 413);
        }

        entry.Body = Encoding.UTF8.GetString(body.AsSpan(0, Math.Min(body.Length, LongestRecordedBody)));
        var call = new ApiCall(request, endpoint, entry, body);
        if (Instead(call, fault) is { } other)
        {
            return other;
        }

        var response = Answer(call);
        _state.Report.Lucky(call);
        return Afterwards(response, fault);
    }

    public void Clear()
    {
        lock (_state.Gate)
        {
            _rates.Clear();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _pump.DisposeAsync();
        await _puller.DisposeAsync();
    }

    private async Task<SandboxResponse> UploadAsync(
        ApiCall call,
        SandboxFault? fault,
        CancellationToken cancellationToken
    )
    {
        if (fault?.Kind == FaultKind.CutUpload)
        {
            await CutAsync(call.Request, fault.Bytes, cancellationToken);
            return SandboxResponse.Text("", 400);
        }

        int? status = fault?.Kind == FaultKind.Status ? fault.Status : null;
        var response = await _uploads.AnswerAsync(call, status, cancellationToken);
        _state.Report.Lucky(call);
        return Afterwards(response, fault);
    }

    /// <summary>Breaks the connection after so many bytes of the body have come.</summary>
    private static async Task CutAsync(HttpRequest request, long bytes, CancellationToken cancellationToken)
    {
        var piece = new byte[64 * 1024];
        while (bytes > 0)
        {
            var most = (int)Math.Min(piece.Length, bytes);
            var read = await request.Body.ReadAsync(piece.AsMemory(0, most), cancellationToken);
            if (read == 0)
            {
                break;
            }

            bytes -= read;
        }

        request.HttpContext.Abort();
    }

    private SandboxResponse? Instead(ApiCall call, SandboxFault? fault)
    {
        var oauth = call.Endpoint is SandboxEndpoint.Token or SandboxEndpoint.Revoke;
        return fault?.Kind switch
        {
            FaultKind.ErrorCode when oauth => _answers.OAuthError(
                fault.Status,
                fault.Text ?? "server_error",
                "A fault of the sandbox."
            ),
            FaultKind.ErrorCode => _answers.Error(
                fault.Status,
                fault.Text ?? "internal_error",
                "A fault of the sandbox."
            ),
            FaultKind.Status => Pages.OtherPages.Refusal(fault.Status, fault.RetryAfterSeconds),
            _ => null,
        };
    }

    private static SandboxResponse Afterwards(SandboxResponse response, SandboxFault? fault) =>
        fault?.Kind switch
        {
            FaultKind.StatusAfter => Pages.OtherPages.Refusal(fault.Status, fault.RetryAfterSeconds),
            FaultKind.HtmlInstead => SandboxResponse.Html(
                "<!DOCTYPE html><html><body>Something went wrong.</body></html>"
            ),
            FaultKind.Empty => SandboxResponse.Text("", response.Status),
            FaultKind.ContentType => response with { ContentType = fault.Text ?? "text/plain" },
            FaultKind.Truncated => response with { Count = Math.Min(fault.Bytes, response.Length) },
            _ => response,
        };

    private SandboxResponse Answer(ApiCall call)
    {
        try
        {
            return call.Endpoint == SandboxEndpoint.Authorize ? _authorize.Answer(call) : Call(call);
        }
        catch (ApiRefusalException refusal)
        {
            _state.Report.Refused(call, refusal.Code, refusal.Rule);
            var emptyData =
                call.Endpoint is SandboxEndpoint.UserInfo or SandboxEndpoint.VideoList or SandboxEndpoint.VideoQuery;
            var answer = _answers.Error(refusal.Status, refusal.Code, refusal.Message, emptyData);
            return refusal.Status == 429 && _state.Settings.RetryAfterSeconds is { } seconds
                ? answer.With("Retry-After", seconds.ToString())
                : answer;
        }
        catch (OAuthRefusalException refusal)
        {
            _state.Report.Refused(call, refusal.Error, refusal.Rule);
            return _answers.OAuthError(_state.Settings.OAuthErrorStatus, refusal.Error, refusal.Message);
        }
    }

    private SandboxResponse Call(ApiCall call)
    {
        var get = call.Endpoint == SandboxEndpoint.UserInfo;
        if (call.Endpoint == SandboxEndpoint.OtherOfficial || call.Request.Method != (get ? "GET" : "POST"))
        {
            _state.Report.Refused(call, "404", $"There is no {call.Request.Method} {call.Request.Path}.");
            return SandboxResponse.Text("404 page not found", 404);
        }

        if (call.Endpoint is SandboxEndpoint.Token)
        {
            return _tokens.Token(call);
        }

        if (call.Endpoint is SandboxEndpoint.Revoke)
        {
            return _tokens.Revoke(call);
        }

        lock (_state.Gate)
        {
            Publisher.Settle();
            return call.Endpoint switch
            {
                SandboxEndpoint.UserInfo => _users.Get(call),
                SandboxEndpoint.VideoList => _videos.List(call),
                SandboxEndpoint.VideoQuery => _videos.Query(call),
                SandboxEndpoint.CreatorInfo => _creators.Query(call),
                SandboxEndpoint.VideoInit => _inits.Direct(call),
                SandboxEndpoint.InboxInit => _inits.Draft(call),
                SandboxEndpoint.PhotoInit => _inits.Photos(call),
                SandboxEndpoint.PublishStatus => _statuses.Fetch(call),
                _ => _statuses.Cancel(call),
            };
        }
    }
}
