using Clipyard.Server.Data;

namespace Clipyard.Server.Automation.Webhooks.Telling;

/// <summary>A post whose callback was called, or is about to be: it is not called a second time.</summary>
internal sealed class CalledPost : IOwned
{
    public Guid PostId { get; set; }

    public Guid OwnerId { get; set; }
}
