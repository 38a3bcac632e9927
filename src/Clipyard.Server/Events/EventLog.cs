using System.Text.Json;
using Clipyard.Server.Data;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace Clipyard.Server.Events;

/// <inheritdoc cref="IEventLog"/>
internal sealed class EventLog(IEventFollower follower, IOptions<JsonOptions> json, TimeProvider time) : IEventLog
{
    public void Add(ClipyardDb db, string type, string subject, object data)
    {
        var now = time.GetUtcNow();
        db.Events.Add(
            new LoggedEvent
            {
                OwnerId = db.Scope.Owner.Id,
                At = now,
                Type = type,
                Subject = subject,
                Data = JsonSerializer.Serialize(data, json.Value.SerializerOptions),
                UntoldSince = follower.Wants(type) ? now : null,
            }
        );
    }
}
