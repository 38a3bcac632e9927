using Clipyard.Server.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Clipyard.Server;

public sealed partial class OfflineServer
{
    /// <summary>Everybody who may sign in, in the order of their making.</summary>
    public Task<IReadOnlyList<PersonSummary>> ListPeopleAsync(CancellationToken cancellationToken = default) =>
        WithPeopleAsync(people => people.ListAsync(cancellationToken));

    /// <summary>Adds somebody who may sign in. The first person of a server is an administrator in any case.</summary>
    /// <param name="name">What they sign in as: letters, digits and <c>-._@+</c>, at most 64.</param>
    /// <param name="role">What they may do beyond their own data.</param>
    /// <param name="cancellationToken">Stops it before it is done.</param>
    /// <exception cref="Failures.ClipyardException">
    /// <c>invalid_parameter</c>: the name cannot be one; <c>conflict</c>: it is taken.
    /// </exception>
    public Task<MadePassword> AddPersonAsync(
        string name,
        PersonRole role = PersonRole.Member,
        CancellationToken cancellationToken = default
    ) => WithPeopleAsync(people => people.AddAsync(name, role, cancellationToken));

    /// <summary>Makes somebody a new password, lifts a lock-out and ends all their sessions. Their keys stay.</summary>
    /// <exception cref="Failures.ClipyardException"><c>not_found</c>: nobody is called so.</exception>
    public Task<MadePassword> ResetPasswordAsync(string name, CancellationToken cancellationToken = default) =>
        WithPeopleAsync(people => people.ResetPasswordAsync(name, cancellationToken));

    private async Task<T> WithPeopleAsync<T>(Func<People, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<People>());
    }
}
