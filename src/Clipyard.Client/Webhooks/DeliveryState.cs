namespace Clipyard.Client.Webhooks;

/// <summary>How a delivery stands.</summary>
public enum DeliveryState
{
    /// <summary>A state that this version of the library does not know.</summary>
    Unknown,

    /// <summary>It is sent, or sent again.</summary>
    Pending,

    /// <summary>The receiver took it: it answered 2xx.</summary>
    Delivered,

    /// <summary>Nobody took it, and it is not sent again unless somebody asks for it.</summary>
    Failed,
}
