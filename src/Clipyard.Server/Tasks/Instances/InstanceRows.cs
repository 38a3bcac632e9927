using Clipyard.Failures;
using Clipyard.Server.Api;
using Clipyard.Server.Audit;
using Clipyard.Server.Data;
using Clipyard.Server.Tasks.Work;
using Microsoft.EntityFrameworkCore;

namespace Clipyard.Server.Tasks.Instances;

/// <summary>Makes, shows and changes instances.</summary>
internal sealed class InstanceRows(
    ClipyardDb db,
    InstanceRules rules,
    IAuditLog audit,
    CreationStamps stamps,
    TimeProvider time
)
{
    private const int UnlessAsked = 50;

    /// <summary>Makes one, unless an earlier, same request did.</summary>
    /// <exception cref="ClipyardException"><c>invalid_parameter</c>, <c>not_found</c>: an account.</exception>
    public async Task<InstanceAnswer> AddAsync(
        InstanceBody body,
        IIdempotency idempotency,
        CancellationToken cancellationToken
    )
    {
        if (Guid.TryParse(idempotency.EarlierResourceId, out var earlier))
        {
            return await GetAsync(earlier, cancellationToken);
        }

        var (id, now) = stamps.Next();
        var instance = new Instance
        {
            Id = id,
            OwnerId = db.Scope.Owner.Id,
            Name = TextRules.Needed("name", body.Name),
            Description = TextRules.Checked("description", body.Description),
            VideoPath = InstanceRules.Path("video_path", body.VideoPath),
            CaptionPath = InstanceRules.Path("caption_path", body.CaptionPath),
            AccountIds = await rules.AccountsAsync(body.AccountIds, cancellationToken),
            Revision = 1,
            CreatedAt = now,
            UpdatedAt = now,
        };
        db.Instances.Add(instance);
        Audit(instance, TaskWords.InstanceCreated);
        idempotency.Remember(db, instance.Id.ToString());
        await db.SaveChangesAsync(cancellationToken);
        return InstanceAnswer.Of(instance);
    }

    /// <summary>One of them.</summary>
    /// <exception cref="ClipyardException"><c>not_found</c>.</exception>
    public async Task<InstanceAnswer> GetAsync(Guid instanceId, CancellationToken cancellationToken) =>
        InstanceAnswer.Of(await FindAsync(db.Instances.AsNoTracking(), instanceId, cancellationToken));

    /// <summary>A page of them, newest first.</summary>
    /// <exception cref="ClipyardException"><c>invalid_parameter</c>, naming it.</exception>
    public async Task<InstanceListAnswer> ListAsync(string? limit, string? cursor, CancellationToken cancellationToken)
    {
        var wanted = PageLimit.Read(limit, UnlessAsked);
        var last = Cursor.Read<RowPosition<Guid>>(cursor);
        var all = db.Instances.AsNoTracking();
        var page = await all.NewestFirst(last)
            .PageAsync(wanted, row => new RowPosition<Guid>(row.CreatedAt, row.Id), cancellationToken);
        return new InstanceListAnswer(
            [.. page.Rows.Select(InstanceAnswer.Of)],
            page.Rows.Count,
            await all.CountAsync(cancellationToken),
            page.NextCursor
        );
    }

    /// <summary>Changes one.</summary>
    /// <exception cref="ClipyardException"><c>not_found</c>, <c>invalid_parameter</c>, <c>conflict</c>.</exception>
    public async Task<InstanceAnswer> ChangeAsync(
        Guid instanceId,
        InstancePatchBody body,
        CancellationToken cancellationToken
    )
    {
        var accountIds = body.AccountIds is null ? null : await rules.AccountsAsync(body.AccountIds, cancellationToken);
        return await Turns.RunAsync(
            db,
            $"Instance {instanceId}",
            async () =>
            {
                var instance = await FindAsync(db.Instances, instanceId, cancellationToken);
                SeenRevision.ThrowIfOther("instance", instanceId, instance.Revision, body.Revision);
                Apply(instance, body, accountIds);
                instance.Revision++;
                instance.UpdatedAt = time.GetUtcNow();
                Audit(instance, TaskWords.InstanceChanged);
                await db.SaveChangesAsync(cancellationToken);
                return InstanceAnswer.Of(instance);
            }
        );
    }

    /// <summary>What is answered to an id that the owner has no instance of.</summary>
    public static ClipyardException Missing(Guid instanceId) =>
        new(FailureCatalogue.NotFound, $"There is no instance {instanceId}.")
        {
            Remedies = ["GET /api/v1/instances lists the instances."],
        };

    /// <summary>One of them, out of a query.</summary>
    /// <exception cref="ClipyardException"><c>not_found</c>.</exception>
    public static async Task<Instance> FindAsync(
        IQueryable<Instance> instances,
        Guid instanceId,
        CancellationToken cancellationToken
    ) =>
        await instances.SingleOrDefaultAsync(instance => instance.Id == instanceId, cancellationToken)
        ?? throw Missing(instanceId);

    // To which accounts agents may post is worth knowing later.
    private void Audit(Instance instance, string action) =>
        audit.Add(db, action, instance.Id.ToString(), new { instance.Name, instance.AccountIds });

    private static void Apply(Instance instance, InstancePatchBody body, List<Guid>? accountIds)
    {
        instance.Name = body.Name is null ? instance.Name : TextRules.Needed("name", body.Name);
        instance.AccountIds = accountIds ?? instance.AccountIds;
        if (body.ChangesDescription)
        {
            instance.Description = TextRules.Checked("description", body.Description);
        }

        if (body.ChangesVideoPath)
        {
            instance.VideoPath = InstanceRules.Path("video_path", body.VideoPath);
        }

        if (body.ChangesCaptionPath)
        {
            instance.CaptionPath = InstanceRules.Path("caption_path", body.CaptionPath);
        }
    }
}
