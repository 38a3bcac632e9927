using Clipyard.Server.Data;

namespace Clipyard.Server.Audit;

/// <summary>What people and keys did that somebody may ask about later.</summary>
internal interface IAuditLog
{
    /// <summary>
    /// Adds a line to the context, in the scope's owner's log: it is kept when, and only if, the context's transaction
    /// commits. The actor is the present caller, or <c>system</c> when there is none.
    /// </summary>
    /// <param name="db">The scope's context.</param>
    /// <param name="action">What: one of <see cref="AuditActions"/>, or a feature's own word such as <c>student.removed</c>.</param>
    /// <param name="subject">To what: the id of the thing.</param>
    /// <param name="detail">What else matters, snake case as JSON; never a secret.</param>
    void Add(ClipyardDb db, string action, string subject, object? detail = null);

    /// <summary>As the other, where no scope says for whom: a sign-in, a command on the data folder.</summary>
    /// <param name="db">The scope's context.</param>
    /// <param name="owner">In whose log.</param>
    /// <param name="actor">Who: <c>person:ID</c> or <c>system</c>.</param>
    /// <param name="action">As in the other.</param>
    /// <param name="subject">As in the other.</param>
    /// <param name="detail">As in the other.</param>
    void Add(ClipyardDb db, Guid owner, string actor, string action, string subject, object? detail = null);
}
