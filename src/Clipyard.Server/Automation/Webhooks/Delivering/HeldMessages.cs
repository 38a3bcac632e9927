using Clipyard.Server.Automation.Webhooks.Telling;

namespace Clipyard.Server.Automation.Webhooks.Delivering;

/// <summary>What is sent while messages are held back, such as after a restore.</summary>
internal static class HeldMessages
{
    /// <summary>All of them, or while they are held back only tests: those tell nothing that was told before.</summary>
    public static IQueryable<WebhookDelivery> Sendable(this IQueryable<WebhookDelivery> rows, bool isHeld) =>
        isHeld ? rows.Where(row => row.Type == OfferedEvents.Test) : rows;

    /// <summary>The same of one message.</summary>
    public static bool IsSendable(string type, bool isHeld) => !isHeld || type == OfferedEvents.Test;
}
