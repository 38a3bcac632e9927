using Clipyard.Server.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Clipyard.Server.Identity;

/// <summary>Makes one administrator, for a server where there is nobody yet.</summary>
internal static class FirstAdministratorSetup
{
    private const string Name = "admin";

    public static async Task<FirstAdministrator> RunAsync(
        IServiceProvider services,
        CancellationToken cancellationToken
    )
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ClipyardDb>();
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var person = new Person
        {
            Id = Guid.CreateVersion7(now),
            UserName = Name,
            Role = PersonRole.Administrator,
            CreatedAt = now,
            LockoutEnabled = true,
        };
        var password = KeyText.NewPassword();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<Person>>();
        var made = await users.CreateAsync(person, password);
        if (!made.Succeeded)
        {
            throw new InvalidOperationException(string.Join(' ', made.Errors.Select(error => error.Description)));
        }

        var key = KeyText.NewKey();
        db.ApiKeys.Add(
            new ApiKey
            {
                Id = Guid.CreateVersion7(now),
                OwnerId = person.Id,
                Name = "first key",
                Prefix = KeyText.PrefixOf(key),
                Hash = KeyText.Hash(key),
                Scopes = KeyText.AllScopes,
                CreatedAt = now,
            }
        );
        await db.SaveChangesAsync(cancellationToken);
        return new FirstAdministrator(Name, password, key);
    }
}
