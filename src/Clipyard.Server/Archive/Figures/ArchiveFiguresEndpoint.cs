using Clipyard.Server.Api;
using Clipyard.Server.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Clipyard.Server.Archive.Figures;

/// <summary>How much is kept, at a glance.</summary>
internal static class ArchiveFiguresEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/api/v1/archive", GetAsync)
            .WithTags("Archive")
            .RequireAuthorization(Scopes.Read)
            .WithName("GetArchive")
            .WithSummary("Say how much is kept")
            .WithDescription("The caller's own archive: students, clips and their bytes.");

    // Students' counters are kept with their clips, so only the clips of nobody are counted one by one.
    private static async Task<Ok<ArchiveFiguresAnswer>> GetAsync(ClipyardDb db, CancellationToken cancellationToken)
    {
        var students = await db
            .Students.GroupBy(_ => 1)
            .Select(all => new
            {
                Count = all.LongCount(),
                Clips = all.Sum(student => student.StoredVideos),
                Bytes = all.Sum(student => student.StoredBytes),
            })
            .SingleOrDefaultAsync(cancellationToken);
        var others = await db
            .Clips.Where(clip => clip.StudentId == null)
            .GroupBy(_ => 1)
            .Select(all => new { Count = all.LongCount(), Bytes = all.Sum(clip => clip.SizeBytes) })
            .SingleOrDefaultAsync(cancellationToken);
        return TypedResults.Ok(
            new ArchiveFiguresAnswer(
                students?.Count ?? 0,
                (students?.Clips ?? 0) + (others?.Count ?? 0),
                (students?.Bytes ?? 0) + (others?.Bytes ?? 0)
            )
        );
    }
}
