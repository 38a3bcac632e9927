namespace Clipyard.Server.Automation.Webhooks.Delivering;

/// <summary>How a delivery stands.</summary>
internal enum DeliveryState
{
    /// <summary>It is sent, or sent again.</summary>
    Pending,

    /// <summary>The receiver took it: it answered 2xx.</summary>
    Delivered,

    /// <summary>Nobody took it, and it is not sent again unless somebody asks for it.</summary>
    Failed,
}
