using Clipyard.Failures;
using Clipyard.Server.Api.Problems;
using Clipyard.Server.Archive.Provenance;
using Clipyard.Server.Data;
using Clipyard.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace Clipyard.Server.Archive.Clips;

/// <summary>Tells everything about one clip.</summary>
internal sealed class ClipDetails(ClipyardDb db, ClipAnswers answers, IMediaAddresses addresses)
{
    /// <exception cref="ClipyardException"><c>not_found</c>.</exception>
    public async Task<ClipDetailAnswer> GetAsync(string videoId, CancellationToken cancellationToken)
    {
        var clip =
            await db
                .Clips.AsNoTracking()
                .Include(c => c.Files)
                .SingleOrDefaultAsync(c => c.VideoId == videoId, cancellationToken)
            ?? throw Missing(videoId);
        var record = await db
            .Records.AsNoTracking()
            .SingleOrDefaultAsync(r => r.Chain == clip.Chain && r.Seq == clip.RecordSeq, cancellationToken);
        return new ClipDetailAnswer((await answers.ForAsync([clip], cancellationToken))[0], Describe(clip, record));
    }

    /// <summary>What is answered to an id that the owner keeps no post of.</summary>
    public static ClipyardException Missing(string videoId) =>
        new(FailureCatalogue.NotFound, $"No post '{Shown.Short(videoId)}' is kept.")
        {
            Remedies = ["GET /api/v1/clips lists what is kept."],
        };

    private ClipRecordAnswer? Describe(Clip clip, ArchiveRecord? record)
    {
        if (record?.Body is not { } bytes || RecordText.Read(bytes) is not { } body)
        {
            return null;
        }

        var info = InfoObject.KeyOf(clip);
        return ClipRecordAnswer.Of(record, body, info is null ? null : addresses.For(info).Url);
    }
}
