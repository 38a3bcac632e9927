using Clipyard.Server.Data;
using Microsoft.EntityFrameworkCore;

namespace Clipyard.Server.Observability;

/// <summary>Whether the database answers.</summary>
internal sealed class DatabaseReadiness(ClipyardDb db) : IReadinessCheck
{
    public string Name => "database";

    public Task CheckAsync(CancellationToken cancellationToken) => db.Users.AnyAsync(cancellationToken);
}
