using System.Globalization;
using System.Net;
using Clipyard.Server.Archive;
using Clipyard.Server.Data;
using Microsoft.Extensions.DependencyInjection;

namespace Clipyard.Server.Tests.Archive;

/// <summary>What the tests of the list of clips ask of a server.</summary>
internal static class ClipCalls
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    extension(ServerHost host)
    {
        /// <summary>Writes clips into the tables, as if they had been fetched: so many need no fetching here.</summary>
        public async Task InsertAsync(IEnumerable<Clip> clips)
        {
            await using var scope = await host.EnterAsync();
            var db = scope.ServiceProvider.GetRequiredService<ClipyardDb>();
            foreach (var clip in clips)
            {
                clip.OwnerId = db.Scope.Owner.Id;
                clip.Files.ForEach(file => file.OwnerId = clip.OwnerId);
                db.Clips.Add(clip);
            }

            await db.SaveChangesAsync(Cancellation);
        }

        /// <summary>The ids of a whole list, page by page.</summary>
        public async Task<List<string>> IdsAsync(string query, int limit = 2)
        {
            var (ids, cursor) = (new List<string>(), "");
            do
            {
                var page = await host.GetAsync($"/api/v1/clips?{query}&limit={limit}&cursor={cursor}");
                page.Status.ShouldBe(HttpStatusCode.OK, page.Text);
                page["count"].GetInt32().ShouldBe(page["clips"].GetArrayLength());
                ids.AddRange(page["clips"].EnumerateArray().Select(v => v.GetProperty("video_id").GetString()!));
                cursor = page["next_cursor"].GetString();
            } while (cursor is not null);

            return ids;
        }
    }

    /// <summary>A clip by its number: what it does not say is made from that.</summary>
    public static Clip Clip(int number, Action<Clip>? change = null)
    {
        var id = number.ToString("0000", CultureInfo.InvariantCulture);
        var clip = new Clip
        {
            Username = "somebody",
            VideoId = id,
            VideoUrl = $"https://www.tiktok.com/@somebody/video/{id}",
            Caption = "Nothing much",
            DurationMs = 1000,
            PostedAt = DateTimeOffset.UnixEpoch.AddDays(number),
            StoredAt = DateTimeOffset.UnixEpoch.AddDays(number),
            SizeBytes = 1,
            Sha256 = new string('0', 64),
            Chain = "clips",
            RecordSeq = number,
            Files =
            [
                new ClipFile
                {
                    Object = $"tiktok/somebody/{id}.mp4",
                    ContentType = "video/mp4",
                    SizeBytes = 1,
                    Sha256 = new string('0', 64),
                },
            ],
        };
        change?.Invoke(clip);
        return clip;
    }
}
