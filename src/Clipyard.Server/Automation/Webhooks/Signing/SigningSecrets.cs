using System.Security.Cryptography;
using Clipyard.Failures;
using Clipyard.Server.Data;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Clipyard.Server.Automation.Webhooks.Signing;

/// <summary>The owner's signing secrets.</summary>
internal sealed class SigningSecrets(ClipyardDb db, IDataProtectionProvider protection, TimeProvider time)
{
    /// <summary>How long the secret before the present one signs beside it.</summary>
    public static readonly TimeSpan Overlap = TimeSpan.FromHours(24);

    private readonly IDataProtector _root = protection.CreateProtector("Clipyard.Webhooks");

    /// <summary>Adds a new secret to the context, to be saved.</summary>
    /// <returns>Its text.</returns>
    public string Add(Guid id)
    {
        var text = SecretText.New();
        db.SigningSecrets.Add(
            new SigningSecret
            {
                Id = id,
                OwnerId = db.Scope.Owner.Id,
                Sealed = Protector(id).Protect(text),
                CreatedAt = time.GetUtcNow(),
            }
        );
        return text;
    }

    /// <summary>Makes the secret unless it is there.</summary>
    public async Task EnsureAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await db.SigningSecrets.AnyAsync(secret => secret.Id == id, cancellationToken))
        {
            return;
        }

        Add(id);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            if (!await db.SigningSecrets.AnyAsync(secret => secret.Id == id, cancellationToken))
            {
                throw;
            }
        }
    }

    /// <summary>Opens a secret.</summary>
    public async Task<ShownSecret> ShowAsync(Guid id, CancellationToken cancellationToken)
    {
        var row = await db.SigningSecrets.AsNoTracking().SingleAsync(secret => secret.Id == id, cancellationToken);
        return new ShownSecret(Open(row.Id, row.Sealed), row.OldUntil > time.GetUtcNow() ? row.OldUntil : null);
    }

    /// <summary>What is signed with now: the present secret and, for a day after a rotation, the one before.</summary>
    /// <returns>None when they cannot be read.</returns>
    public async Task<IReadOnlyList<string>> ValidAsync(Guid id, CancellationToken cancellationToken)
    {
        var row = await db
            .SigningSecrets.AsNoTracking()
            .SingleOrDefaultAsync(secret => secret.Id == id, cancellationToken);
        if (row is null)
        {
            return [];
        }

        var old = row.OldUntil > time.GetUtcNow() ? row.OldSealed : null;
        return [.. new[] { row.Sealed, old }.Select(text => Open(id, text)).OfType<string>()];
    }

    /// <summary>Puts a new secret in the present one's place, in the context; the present one signs beside it for a day.</summary>
    /// <returns>As it will be.</returns>
    public async Task<ShownSecret> RotateAsync(Guid id, CancellationToken cancellationToken)
    {
        var row = await db.SigningSecrets.SingleAsync(secret => secret.Id == id, cancellationToken);
        var isReadable = Open(id, row.Sealed) is not null;
        var text = SecretText.New();
        row.OldSealed = isReadable ? row.Sealed : null;
        row.OldUntil = isReadable ? time.GetUtcNow() + Overlap : null;
        row.Sealed = Protector(id).Protect(text);
        row.Revision++;
        return new ShownSecret(text, row.OldUntil);
    }

    /// <summary>What is said when two rotate at once.</summary>
    public static ClipyardException RotatedTwice(Exception cause) =>
        new(FailureCatalogue.Conflict, "Somebody else has just rotated this secret.", cause);

    private string? Open(Guid id, string? sealedText)
    {
        try
        {
            return sealedText is null ? null : Protector(id).Unprotect(sealedText);
        }
        catch (CryptographicException)
        {
            return null; // the keys are others, or somebody changed the row
        }
    }

    private IDataProtector Protector(Guid id) => _root.CreateProtector(id.ToString("N"));
}
