using Clipyard.Failures;
using Clipyard.Links;
using Clipyard.Server.Api;
using Clipyard.Server.Api.Problems;
using Clipyard.Server.Archive.Fetching;
using Clipyard.Server.Archive.Students;
using Clipyard.Server.Data;
using Clipyard.Server.Jobs;
using Microsoft.Extensions.Options;

namespace Clipyard.Server.Archive.Posts;

/// <summary>Starts jobs that fetch posts by their addresses.</summary>
internal sealed class LinkDownloads(
    ClipyardDb db,
    StudentDirectory directory,
    IJobQueue queue,
    IOptions<ArchiveOptions> options
)
{
    private const int MostUrls = 500;

    /// <summary>The job: a new one, or the one that an earlier, same request made.</summary>
    /// <exception cref="ClipyardException">
    /// <c>invalid_parameter</c>, <c>unsupported_url</c>, <c>foreign_url</c>: naming the address;
    /// <c>student_not_linked</c>.
    /// </exception>
    public async Task<Guid> StartAsync(
        DownloadsBody body,
        IIdempotency idempotency,
        CancellationToken cancellationToken
    )
    {
        var links = ReadLinks(body.Urls);
        var request = new DownloadsRequest
        {
            Quality = string.IsNullOrEmpty(body.Quality) ? options.Value.Quality : QualityText.Parse(body.Quality),
            AudioOnly = body.AudioOnly,
            Force = body.Force,
        };
        var studentId = string.IsNullOrEmpty(body.StudentId) ? null : body.StudentId;
        if (studentId is not null)
        {
            await directory.GetAsync(studentId, cancellationToken);
        }

        if (Guid.TryParse(idempotency.EarlierResourceId, out var earlier))
        {
            return earlier;
        }

        var job = queue.Add(db, JobKinds.Downloads, LaneFor(studentId), JobDocuments.Write(request), studentId);
        job.TotalItems = links.Count;
        db.JobItems.AddRange(links.Select((link, position) => ItemFor(job, link, position)));
        idempotency.Remember(db, job.Id.ToString());
        await db.SaveChangesAsync(cancellationToken);
        await queue.WakeAsync(job, cancellationToken);
        return job.Id;
    }

    private string LaneFor(string? studentId) =>
        studentId is null ? JobKinds.OwnLane(db.Scope.Owner.Id) : JobKinds.StudentLane(db.Scope.Owner.Id, studentId);

    private static List<TikTokLink> ReadLinks(IReadOnlyList<string?>? urls)
    {
        if (urls is not { Count: > 0 and <= MostUrls })
        {
            throw new ClipyardException(
                FailureCatalogue.InvalidParameter,
                $"urls must hold 1 to {MostUrls} addresses; it holds {urls?.Count ?? 0}."
            );
        }

        return [.. urls.Select(PostLink).DistinctBy(link => IdOf(link) ?? link.CanonicalUrl, StringComparer.Ordinal)];
    }

    private static TikTokLink PostLink(string? url, int place)
    {
        try
        {
            return PostLinks.Parse(url);
        }
        catch (ClipyardException error)
        {
            throw new ClipyardException(
                error.Failure,
                $"urls[{place}] is '{Shown.Short(url ?? "")}'. {error.Detail}",
                error
            );
        }
    }

    private static JobItem ItemFor(Job job, TikTokLink link, int position) =>
        new()
        {
            JobId = job.Id,
            OwnerId = job.OwnerId,
            Position = position,
            Url = link.CanonicalUrl,
            VideoId = IdOf(link),
        };

    private static string? IdOf(TikTokLink link) =>
        link switch
        {
            TikTokLink.Video video => video.Id.Value,
            TikTokLink.Photo photo => photo.Id.Value,
            _ => null,
        };
}
