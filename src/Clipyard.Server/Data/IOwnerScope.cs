namespace Clipyard.Server.Data;

/// <summary>For whom the present request or job works. Every query is limited to this owner's rows.</summary>
internal interface IOwnerScope
{
    /// <summary>The owner.</summary>
    /// <exception cref="InvalidOperationException">Nobody said for whom: better no answer than another owner's rows.</exception>
    Owner Owner { get; }

    /// <summary>Whether <see cref="Enter"/> was called.</summary>
    bool IsSet { get; }

    /// <summary>Says for whom. Once a scope: a request does not change its owner.</summary>
    void Enter(Owner owner);
}
