using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Clipyard.Server.Archive;

/// <summary>The refusals that any route of the archive can answer with.</summary>
internal static class ArchiveProblems
{
    public static RouteGroupBuilder ProducesArchiveProblems(this RouteGroupBuilder group) =>
        group
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict);
}
