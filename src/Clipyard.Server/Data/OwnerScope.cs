namespace Clipyard.Server.Data;

/// <inheritdoc cref="IOwnerScope"/>
internal sealed class OwnerScope : IOwnerScope
{
    private Owner? _owner;

    public Owner Owner => _owner ?? throw new InvalidOperationException("Nobody said for which owner this works.");

    public bool IsSet => _owner is not null;

    public void Enter(Owner owner)
    {
        if (_owner is not null && _owner != owner)
        {
            throw new InvalidOperationException("This scope works for another owner already.");
        }

        _owner = owner;
    }
}
