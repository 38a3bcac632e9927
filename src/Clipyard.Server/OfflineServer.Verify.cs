using Clipyard.Failures;
using Clipyard.Server.Archive.Provenance.Verifying;
using Clipyard.Server.Data;
using Clipyard.Server.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Clipyard.Server;

// Verifying while no server runs.
public sealed partial class OfflineServer
{
    /// <summary>Reads archives again and names what is not as it was kept.</summary>
    /// <param name="request">What; null: everything.</param>
    /// <param name="person">Whose, by sign-in name; null: everybody's.</param>
    /// <param name="progress">Told after every record.</param>
    /// <param name="cancellationToken">Stops the reading; nothing was changed.</param>
    /// <returns>A report for each person, by sign-in name.</returns>
    /// <exception cref="ClipyardException">
    /// <c>invalid_parameter</c>: a head is malformed, or heads are given for more than one person; <c>not_found</c>:
    /// there is no such person; <c>student_not_linked</c>: nobody has such a student.
    /// </exception>
    public async Task<IReadOnlyDictionary<string, VerifyReport>> VerifyAsync(
        VerifyRequest? request = null,
        string? person = null,
        IProgress<VerifyProgress>? progress = null,
        CancellationToken cancellationToken = default
    )
    {
        request ??= new VerifyRequest();
        VerifyRequests.Check(request);
        var people = await PeopleToVerifyAsync(request, person, cancellationToken);
        var reports = new SortedDictionary<string, VerifyReport>(StringComparer.Ordinal);
        foreach (var one in people)
        {
            var owner = new Owner(one.Id, one.StorePrefix);
            reports[one.UserName ?? one.Id.ToString()] = await VerifyAsync(owner, request, progress, cancellationToken);
        }

        return reports;
    }

    private async Task<VerifyReport> VerifyAsync(
        Owner owner,
        VerifyRequest request,
        IProgress<VerifyProgress>? progress,
        CancellationToken cancellationToken
    )
    {
        var time = Services.GetRequiredService<TimeProvider>();
        var run = VerifyRun.Begin(Guid.NewGuid(), request, time.GetUtcNow());
        while (run.Stage != VerifyStage.Done)
        {
            await using var scope = Services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<IOwnerScope>().Enter(owner);
            await scope
                .ServiceProvider.GetRequiredService<ArchiveVerifier>()
                .StepAsync(run, VerifyBudget.OfOneStep(time), progress, cancellationToken);
        }

        return run.Report;
    }

    private async Task<List<Person>> PeopleToVerifyAsync(
        VerifyRequest request,
        string? person,
        CancellationToken cancellationToken
    )
    {
        await using var scope = Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ClipyardDb>();
        var people = await db
            .Users.AsNoTracking()
            .Where(p => person == null || p.UserName == person)
            .ToListAsync(cancellationToken);
        if (person is not null && people.Count == 0)
        {
            throw new ClipyardException(FailureCatalogue.NotFound, $"Nobody is called '{person}'.");
        }

        if (request.StudentId is { } student)
        {
            var owners = await db
                .Students.IgnoreQueryFilters(QueryFilters.OwnerOnly)
                .Where(s => s.StudentId == student)
                .Select(s => s.OwnerId)
                .ToListAsync(cancellationToken);
            people.RemoveAll(p => !owners.Contains(p.Id));
            if (people.Count == 0)
            {
                throw new ClipyardException(
                    FailureCatalogue.StudentNotLinked,
                    $"Student '{student}' is not known here."
                );
            }
        }

        return request.Heads is { Count: > 0 } && people.Count > 1
            ? throw new ClipyardException(
                FailureCatalogue.InvalidParameter,
                "Heads belong to one person's archive: say whose."
            )
            : people;
    }
}
