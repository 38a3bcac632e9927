using System.Net;
using System.Net.ServerSentEvents;
using System.Text.Json;

namespace Clipyard.Server.Tests.Events;

/// <summary>An open event stream as a program reads it.</summary>
internal sealed class EventFeed : IAsyncDisposable
{
    private readonly HttpResponseMessage _response;
    private readonly IAsyncEnumerator<SseItem<string>> _items;

    private EventFeed(HttpResponseMessage response, Stream stream, CancellationToken cancellationToken)
    {
        _response = response;
        _items = SseParser.Create(stream).EnumerateAsync(cancellationToken).GetAsyncEnumerator(cancellationToken);
    }

    /// <summary>Opens a stream, perhaps behind an event.</summary>
    public static async Task<EventFeed> OpenAsync(HttpClient client, string path, string? after = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (after is not null)
        {
            request.Headers.TryAddWithoutValidation("Last-Event-ID", after);
        }

        var cancellationToken = TestContext.Current.CancellationToken;
        var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType?.MediaType.ShouldBe("text/event-stream");
        var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        return new EventFeed(response, stream, cancellationToken);
    }

    /// <summary>The next event; null when the stream has ended.</summary>
    public async Task<(string Type, string? Id, JsonElement Data)?> NextAsync()
    {
        var moved = await _items
            .MoveNextAsync()
            .AsTask()
            .WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        if (!moved)
        {
            return null;
        }

        var item = _items.Current;
        return (item.EventType, item.EventId, JsonElement.Parse(item.Data));
    }

    /// <summary>The next lasting events: so many, or until the stream ends.</summary>
    public async Task<IReadOnlyList<(string Type, string Id)>> TakeAsync(int count = int.MaxValue)
    {
        var events = new List<(string Type, string Id)>();
        while (events.Count < count && await NextAsync() is { } next)
        {
            if (next.Type != "job.progress")
            {
                events.Add((next.Type, next.Id ?? ""));
            }
        }

        return events;
    }

    public async ValueTask DisposeAsync()
    {
        _response.Dispose();
        await ValueTask.CompletedTask;
    }
}
