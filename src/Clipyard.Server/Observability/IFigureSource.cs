namespace Clipyard.Server.Observability;

/// <summary>Figures of a feature that stand in the database: read anew whenever those of the server are.</summary>
internal interface IFigureSource
{
    /// <summary>Reads them, so that the feature's gauges show them.</summary>
    Task RefreshAsync(CancellationToken cancellationToken);
}
