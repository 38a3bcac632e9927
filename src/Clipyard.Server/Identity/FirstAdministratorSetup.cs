using Clipyard.Server.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Clipyard.Server.Identity;

/// <summary>Makes one administrator when there is nobody yet.</summary>
internal static class FirstAdministratorSetup
{
    private const string Name = "admin";

    /// <returns>Who was made; null when somebody was there.</returns>
    public static async Task<FirstAdministrator?> RunAsync(
        IServiceProvider services,
        CancellationToken cancellationToken
    )
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ClipyardDb>();
        if (await db.Users.AnyAsync(cancellationToken))
        {
            return null;
        }

        var people = scope.ServiceProvider.GetRequiredService<People>();
        var (person, password) = people.Prepare(Name);
        // One transaction: an administrator whose password nobody saw would lock everybody out.
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await people.SaveAsync(person, PersonRole.Administrator, cancellationToken);
        var key = KeyText.NewKey();
        db.ApiKeys.Add(
            new ApiKey
            {
                Id = Guid.CreateVersion7(person.CreatedAt),
                OwnerId = person.Id,
                Name = "first key",
                Prefix = KeyText.PrefixOf(key),
                Hash = KeyText.Hash(key),
                Scopes = KeyText.AllScopes,
                CreatedAt = person.CreatedAt,
            }
        );
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new FirstAdministrator(Name, password, key);
    }
}
