namespace Clipyard.Server.Observability;

/// <summary>Something without which the server cannot do its work.</summary>
internal interface IReadinessCheck
{
    /// <summary>What people call it: <c>database</c>.</summary>
    string Name { get; }

    /// <summary>Tries it.</summary>
    /// <exception cref="Failures.ClipyardException">It does not work now.</exception>
    Task CheckAsync(CancellationToken cancellationToken);
}
