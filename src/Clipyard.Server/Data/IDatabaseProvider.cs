using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace Clipyard.Server.Data;

/// <summary>One kind of database the server can stand on.</summary>
public interface IDatabaseProvider
{
    /// <summary>What people call it: <c>sqlite</c>.</summary>
    string Name { get; }

    /// <summary>Points the domain's context at the database below a data folder.</summary>
    void Configure(DbContextOptionsBuilder options, string dataFolder);

    /// <summary>Adds what the provider needs beside the context.</summary>
    void AddServices(IServiceCollection services);

    /// <summary>Points the job engine at its own database.</summary>
    void ConfigureJobStore(IPersistentStoreBuilder store, string dataFolder);

    /// <summary>Whether saving failed because another row has what may be there once.</summary>
    bool IsTaken(DbUpdateException lost);

    /// <summary>Brings both databases to the present schema, keeping a backup of what was there.</summary>
    /// <returns>Whether anybody is there who may sign in.</returns>
    /// <exception cref="Failures.ClipyardException">
    /// <c>storage_unavailable</c>: it cannot be opened, or a newer version wrote it.
    /// </exception>
    Task<bool> PrepareAsync(IServiceProvider services, string dataFolder, CancellationToken cancellationToken);
}
