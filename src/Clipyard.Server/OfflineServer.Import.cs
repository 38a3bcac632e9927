using Clipyard.Failures;
using Clipyard.Server.Archive.Importing;
using Clipyard.Server.Data;
using Clipyard.Server.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Clipyard.Server;

// Taking over an archive while no server runs.
public sealed partial class OfflineServer
{
    /// <summary>Imports the rows of another archive and the files they name. Nothing is imported while one row is wrong.</summary>
    /// <param name="request">Which, and from where.</param>
    /// <param name="person">For whom, by sign-in name; null: the only person there is.</param>
    /// <param name="progress">Told after every video.</param>
    /// <param name="cancellationToken">
    /// Stops between two videos. What was imported stays; importing again goes on from there.
    /// </param>
    /// <exception cref="ClipyardException">
    /// <c>not_found</c>: there is no such person; <c>invalid_parameter</c>: there are several, so say which;
    /// <c>media_corrupt</c>: a file has not the SHA-256 that its row gives; <c>storage_full</c>.
    /// </exception>
    public async Task<ImportReport> ImportAsync(
        ImportRequest request,
        string? person = null,
        IProgress<ImportProgress>? progress = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(request);
        await using var scope = Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ClipyardDb>();
        var owner = await ImportOwnerAsync(db, person, cancellationToken);
        scope.ServiceProvider.GetRequiredService<IOwnerScope>().Enter(owner);
        return await scope
            .ServiceProvider.GetRequiredService<ImportRun>()
            .RunAsync(request, progress, cancellationToken);
    }

    private static async Task<Owner> ImportOwnerAsync(
        ClipyardDb db,
        string? person,
        CancellationToken cancellationToken
    )
    {
        var people = await db
            .Users.AsNoTracking()
            .Where(p => person == null || p.UserName == person)
            .OrderBy(p => p.UserName)
            .Take(2)
            .ToListAsync(cancellationToken);
        return people switch
        {
            [var one] => new Owner(one.Id, one.StorePrefix),
            [] => throw new ClipyardException(FailureCatalogue.NotFound, $"Nobody is called '{person}'."),
            _ => throw new ClipyardException(
                FailureCatalogue.InvalidParameter,
                "Several people are here: say for whom."
            ),
        };
    }
}
