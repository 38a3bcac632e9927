using System.Security.Claims;
using System.Text.Json;
using Clipyard.Server.Data;
using Clipyard.Server.Identity;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace Clipyard.Server.Audit;

/// <inheritdoc cref="IAuditLog"/>
internal sealed class AuditLog(IHttpContextAccessor http, IOptions<JsonOptions> json, TimeProvider time) : IAuditLog
{
    public void Add(ClipyardDb db, string action, string subject, object? detail = null) =>
        Add(db, db.Scope.Owner.Id, ActorOf(http.HttpContext?.User), action, subject, detail);

    private static string ActorOf(ClaimsPrincipal? caller)
    {
        if (caller?.FindFirst(CallerIdentity.KeyClaim) is { } key)
        {
            return $"key:{key.Value}";
        }

        return caller?.FindFirst(CallerIdentity.OwnerClaim) is { } person ? $"person:{person.Value}" : "system";
    }

    public void Add(ClipyardDb db, Guid owner, string actor, string action, string subject, object? detail = null) =>
        db.AuditLog.Add(
            new AuditEntry
            {
                OwnerId = owner,
                At = time.GetUtcNow(),
                Actor = actor,
                Action = action,
                Subject = subject,
                Detail = detail is null ? null : JsonSerializer.Serialize(detail, json.Value.SerializerOptions),
            }
        );
}
