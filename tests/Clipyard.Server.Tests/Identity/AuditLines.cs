using Clipyard.Server.Audit;
using Clipyard.Server.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Clipyard.Server.Tests.Identity;

/// <summary>The audit log of everybody, in order.</summary>
internal static class AuditLines
{
    public static async Task<List<AuditEntry>> ReadAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ClipyardDb>();
        return await db
            .AuditLog.AsNoTracking()
            .IgnoreQueryFilters(QueryFilters.OwnerOnly)
            .OrderBy(entry => entry.Id)
            .ToListAsync(TestContext.Current.CancellationToken);
    }

    public static async Task<IEnumerable<string>> ActionsAsync(ServerHost host) =>
        (await ReadAsync(host.Server.Services)).Select(entry => entry.Action);

    public static async Task<IReadOnlyList<AuditEntry>> OfAsync(ServerHost host, string action) =>
        [.. (await ReadAsync(host.Server.Services)).Where(entry => entry.Action == action)];
}
