namespace Clipyard.Server.Publishing.Requests.Bulk;

/// <summary>What an export is written in.</summary>
internal enum ExportFormat
{
    Csv,
    Json,
}
