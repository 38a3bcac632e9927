using Clipyard.Server.Data;

namespace Clipyard.Server.Events;

/// <summary>What the one event stream tells.</summary>
internal interface IEventLog
{
    /// <summary>Adds an event to the context: it happens when, and only if, the context's transaction commits.</summary>
    /// <param name="db">The scope's context.</param>
    /// <param name="type">What: <c>job.completed</c>.</param>
    /// <param name="subject">To what: an id.</param>
    /// <param name="data">The document, snake case on the wire.</param>
    void Add(ClipyardDb db, string type, string subject, object data);
}
