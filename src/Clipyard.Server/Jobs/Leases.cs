using System.Linq.Expressions;

namespace Clipyard.Server.Jobs;

/// <summary>Who works on which job or post, so that nobody does the same work beside. Nothing correct rests on it.</summary>
internal sealed class Leases(NodeName node, TimeProvider time)
{
    /// <summary>How long a lease counts that nobody renews.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromSeconds(30);

    /// <summary>How often it is renewed while a step runs.</summary>
    public static readonly TimeSpan Renewal = TimeSpan.FromSeconds(10);

    /// <summary>What this process signs with.</summary>
    public string Holder => node.Holder;

    /// <summary>When a lease taken now lapses.</summary>
    public DateTimeOffset Until => time.GetUtcNow() + Length;

    /// <summary>Rows that nobody works on: no lease, a lapsed one, or one of an earlier start on this data folder.</summary>
    public Expression<Func<T, bool>> Free<T>()
        where T : class, ILeased
    {
        var (now, folder, holder) = (time.GetUtcNow(), node.Folder, node.Holder);
        return row =>
            row.LeaseHolder == null
            || row.LeaseUntil <= now
            || (row.LeaseHolder.StartsWith(folder) && row.LeaseHolder != holder);
    }

    /// <summary>The opposite of <see cref="Free{T}"/>, for jobs.</summary>
    public Expression<Func<Job, bool>> Held()
    {
        var (now, folder, holder) = (time.GetUtcNow(), node.Folder, node.Holder);
        return job =>
            job.LeaseUntil > now
            && (job.LeaseHolder == holder || (job.LeaseHolder != null && !job.LeaseHolder.StartsWith(folder)));
    }
}
