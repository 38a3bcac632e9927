using Clipyard.Server.Api;
using Clipyard.Server.Data;
using Microsoft.EntityFrameworkCore;

namespace Clipyard.Server.Observability;

/// <summary>Whether the database answers.</summary>
internal sealed class DatabaseReadiness(ClipyardDb db) : IReadinessCheck
{
    public string Name => "database";

    public async Task<string?> CheckAsync(CancellationToken cancellationToken) =>
        await db.Users.AnyAsync(cancellationToken) ? null : "There is nobody in it; was it replaced by an empty one?";
}
