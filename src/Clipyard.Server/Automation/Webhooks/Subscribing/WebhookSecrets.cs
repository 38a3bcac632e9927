using Clipyard.Server.Api;
using Clipyard.Server.Audit;
using Clipyard.Server.Automation.Webhooks.Signing;
using Clipyard.Server.Data;
using Microsoft.EntityFrameworkCore;

namespace Clipyard.Server.Automation.Webhooks.Subscribing;

/// <summary>Shows and rotates the secrets of webhooks and of callbacks.</summary>
internal sealed class WebhookSecrets(ClipyardDb db, WebhookRegister webhooks, SigningSecrets secrets, IAuditLog audit)
{
    /// <summary>Gives a webhook a new secret; the one before signs beside it for a day.</summary>
    /// <exception cref="Failures.ClipyardException"><c>not_found</c>, <c>conflict</c>.</exception>
    public async Task<SecretAnswer> RotateAsync(Guid id, IIdempotency idempotency, CancellationToken cancellationToken)
    {
        await webhooks.FindAsync(id, cancellationToken);
        return await RotateAsync(id, $"{id}", idempotency, cancellationToken);
    }

    /// <summary>What the owner's callbacks are signed with; made when it is needed first.</summary>
    public async Task<SecretAnswer> OfCallbacksAsync(CancellationToken cancellationToken)
    {
        var id = db.Scope.Owner.Id;
        await secrets.EnsureAsync(id, cancellationToken);
        return Answer(await secrets.ShowAsync(id, cancellationToken));
    }

    /// <summary>Gives callbacks a new secret; the one before signs beside it for a day.</summary>
    /// <exception cref="Failures.ClipyardException"><c>conflict</c>.</exception>
    public async Task<SecretAnswer> RotateOfCallbacksAsync(
        IIdempotency idempotency,
        CancellationToken cancellationToken
    )
    {
        var id = db.Scope.Owner.Id;
        await secrets.EnsureAsync(id, cancellationToken);
        return await RotateAsync(id, WebhookAudit.Callbacks, idempotency, cancellationToken);
    }

    private async Task<SecretAnswer> RotateAsync(
        Guid id,
        string subject,
        IIdempotency idempotency,
        CancellationToken cancellationToken
    )
    {
        if (idempotency.EarlierResourceId is not null)
        {
            return Answer(await secrets.ShowAsync(id, cancellationToken)); // rotated by the same request already
        }

        var rotated = await secrets.RotateAsync(id, cancellationToken);
        audit.Add(db, WebhookAudit.SecretRotated, subject);
        idempotency.Remember(db, $"{id}");
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException error)
        {
            throw SigningSecrets.RotatedTwice(error);
        }

        return Answer(rotated);
    }

    private static SecretAnswer Answer(ShownSecret secret) => new(secret.Text, secret.OldUntil);
}
