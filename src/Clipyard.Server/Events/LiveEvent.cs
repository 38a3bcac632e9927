namespace Clipyard.Server.Events;

/// <summary>Something that is true only now. It has no number, is never replayed, and a newer one takes its place.</summary>
/// <param name="Type">What: <c>job.progress</c>.</param>
/// <param name="Subject">Of what: a job's id.</param>
/// <param name="Data">The document, snake case on the wire.</param>
internal sealed record LiveEvent(string Type, string Subject, object Data);
