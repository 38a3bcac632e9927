using System.Text;
using Clipyard.Sandbox.Faults;
using Clipyard.Sandbox.Official.Posting;
using Clipyard.Sandbox.Official.Webhooks;

namespace Clipyard.Sandbox.Official;

/// <summary>Does by itself what the clock brings: ends of processing, and webhooks until they are taken or 72 hours old.</summary>
internal sealed class OfficialPump : IAsyncDisposable
{
    private static readonly TimeSpan GiveUp = TimeSpan.FromHours(72);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    private readonly OfficialState _state;
    private readonly Publisher _publisher;
    private readonly CancellationTokenSource _stopping = new();
    private readonly HashSet<long> _sending = [];
    private readonly ITimer _timer;
    private readonly HttpClient _client = new(
        new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
        }
    )
    {
        Timeout = Patience,
    };
    private readonly Task _running;

    public OfficialPump(OfficialState state, Publisher publisher)
    {
        _state = state;
        _publisher = publisher;
        _timer = state.Clock.CreateTimer(state.Webhooks.Wake);
        state.Clock.Moved += OnMoved;
        _running = RunAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _state.Clock.Moved -= OnMoved;
        await _stopping.CancelAsync();
        await _running;
        await _timer.DisposeAsync();
        _client.Dispose();
        _stopping.Dispose();
    }

    private void OnMoved(object? sender, EventArgs e) => _state.Webhooks.Wake();

    private async Task RunAsync()
    {
        var sending = new List<Task>();
        try
        {
            while (!_stopping.IsCancellationRequested)
            {
                sending.RemoveAll(task => task.IsCompleted);
                foreach (var delivery in TakeDue())
                {
                    sending.Add(SendAsync(delivery));
                }

                await _state.Webhooks.WaitAsync(_stopping.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // Disposed.
        }

        await Task.WhenAll(sending);
    }

    private List<WebhookDelivery> TakeDue()
    {
        lock (_state.Gate)
        {
            _publisher.Settle();
            var now = _state.Clock.Now;
            var idle = _state.Webhooks.Open.Where(delivery => !_sending.Contains(delivery.Id)).ToList();
            var due = idle.Where(delivery => delivery.NextAttempt <= now).ToList();
            _sending.UnionWith(due.Select(delivery => delivery.Id));
            SetTimer(now, idle.Except(due).Min(delivery => delivery.NextAttempt));
            return due;
        }
    }

    private void SetTimer(DateTimeOffset now, DateTimeOffset? nextDelivery)
    {
        var next = _publisher.NextDue;
        next = next is null || nextDelivery < next ? nextDelivery ?? next : next;
        var wait = next is { } instant ? instant - now : LongestWait;
        wait = wait < LongestWait ? wait : LongestWait;
        _timer.Change(wait > TimeSpan.Zero ? wait : TimeSpan.FromMilliseconds(1), Timeout.InfiniteTimeSpan);
        if (next <= _state.Clock.Now && wait > TimeSpan.Zero)
        {
            _state.Webhooks.Wake(); // the clock was moved before the timer ran: it would ring too late, or never
        }
    }

    private async Task SendAsync(WebhookDelivery delivery)
    {
        var app = _state.FindApp(delivery.ClientKey);
        var now = _state.Clock.Now;
        var signature =
            _state.Settings.KeepWebhookSignature && delivery.Attempts is [var first, ..]
                ? first.Signature
                : WebhookSigner.Sign(app?.ClientSecret ?? "", now, delivery.Body);
        var target = new FaultTarget(SandboxEndpoint.Webhook, "", delivery.Event, Post: null, Creator: null);
        var struck = _state.Faults.Take(target);
        var status = await PostAsync(delivery, signature);
        if (struck.Fault?.Kind == FaultKind.DuplicateAnswer)
        {
            status = await PostAsync(delivery, signature);
        }

        if (struck.Fault?.Kind == FaultKind.LostAnswer)
        {
            status = 0;
        }

        lock (_state.Gate)
        {
            _sending.Remove(delivery.Id);
            if (_state.Webhooks.Find(delivery.Id) is { } current)
            {
                _state.Webhooks.Put(After(current, new WebhookAttempt(now, signature, status)));
            }
        }

        _state.Webhooks.Wake();
    }

    private WebhookDelivery After(WebhookDelivery delivery, WebhookAttempt attempt)
    {
        var taken = attempt.Status == StatusCodes.Status200OK;
        var next = attempt.Time + (_state.Settings.WebhookRetry * Math.Pow(2, Math.Min(delivery.Attempts.Count, 12)));
        return delivery with
        {
            Attempts = [.. delivery.Attempts, attempt],
            Delivered = taken,
            NextAttempt = taken || next - delivery.CreatedAt > GiveUp ? null : next,
        };
    }

    private async Task<int> PostAsync(WebhookDelivery delivery, string signature)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(delivery.Body));
        content.Headers.ContentType = new("application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, delivery.Url) { Content = content };
        request.Headers.TryAddWithoutValidation(WebhookSigner.Header, signature);
        try
        {
            using var response = await _client.SendAsync(request, _stopping.Token);
            return (int)response.StatusCode;
        }
        catch (Exception error) when (error is HttpRequestException or OperationCanceledException)
        {
            return 0;
        }
    }
}
