using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Clipyard.Server.Events;

/// <summary>Writes server-sent events into an answer. The framework's own result knows no comments, so no heartbeat.</summary>
internal sealed class EventWriter(HttpContext context, JsonSerializerOptions json, TimeProvider time)
{
    // A reader that takes nothing for so long is cut off; it comes back and reads on from the database.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly StringBuilder _text = new();

    /// <summary>Says that the answer is a stream, and how soon to come back when it breaks.</summary>
    public void Begin()
    {
        var headers = context.Response.Headers;
        headers.ContentType = EventStream.ContentType;
        headers.CacheControl = "no-store";
        headers["X-Accel-Buffering"] = "no";
        _text.Append("retry: 2000\n\n");
    }

    public void Add(LoggedEvent logged)
    {
        _text.Append(CultureInfo.InvariantCulture, $"id: {logged.Id}\n");
        Add(logged.Type, logged.Data);
    }

    public void Add(LiveEvent live) => Add(live.Type, JsonSerializer.Serialize(live.Data, json));

    /// <summary>Keeps proxies from closing the connection, and finds out whether anybody is there.</summary>
    public void AddHeartbeat() => _text.Append(": still here\n\n");

    /// <summary>Sends what was added.</summary>
    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        if (_text.Length == 0)
        {
            return;
        }

        var bytes = Encoding.UTF8.GetBytes(_text.ToString());
        _text.Clear();
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            await context.Response.Body.WriteAsync(bytes, either.Token);
            await context.Response.Body.FlushAsync(either.Token);
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested)
        {
            context.Abort();
            throw;
        }
    }

    // JSON on one line: the serializer escapes line breaks.
    private void Add(string type, string data) =>
        _text.Append(CultureInfo.InvariantCulture, $"event: {type}\ndata: {data}\n\n");
}
