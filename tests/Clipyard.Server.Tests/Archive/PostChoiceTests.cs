using Clipyard.Links;
using Clipyard.Server.Archive.Fetching;
using Clipyard.Videos;

namespace Clipyard.Server.Tests.Archive;

public sealed class PostChoiceTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Pinned_posts_take_their_place_by_age()
    {
        var posts = new[] { Post(1, pinned: true), Post(9, pinned: true), Post(10), Post(8), Post(7), Post(6) };

        var chosen = await PostChoice.NewestAsync(posts.ToAsyncEnumerable(), 3, Cancellation);

        chosen.Select(Number).ShouldBe([10, 9, 8]);
    }

    [Fact]
    public async Task Fewer_posts_than_wanted_are_all_taken()
    {
        var posts = new[] { Post(2), Post(1) };

        (await PostChoice.NewestAsync(posts.ToAsyncEnumerable(), 10, Cancellation)).Count.ShouldBe(2);
        (await PostChoice.RandomAsync(posts.ToAsyncEnumerable(), 10, Cancellation)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task The_list_is_not_read_further_than_needed()
    {
        var read = 0;
        var posts = Enumerable
            .Range(0, 100)
            .Select(i =>
            {
                read++;
                return Post(100 - i);
            });

        await PostChoice.NewestAsync(posts.ToAsyncEnumerable(), 5, Cancellation);

        read.ShouldBe(5);
    }

    [Fact]
    public async Task A_random_choice_takes_every_post_about_equally_often()
    {
        var posts = Enumerable.Range(1, 20).Select(i => Post(i)).ToList();
        var taken = new int[21];

        for (var round = 0; round < 2000; round++)
        {
            foreach (var post in await PostChoice.RandomAsync(posts.ToAsyncEnumerable(), 5, Cancellation))
            {
                taken[Number(post)]++;
            }
        }

        // 500 expected, standard deviation 19: seven of them either way.
        taken[1..].ShouldAllBe(count => count > 365 && count < 635);
    }

    private static int Number(VideoInfo post) => (int)post.CreatedAt!.Value.ToUnixTimeSeconds();

    private static VideoInfo Post(int number, bool pinned = false) =>
        new()
        {
            Id = VideoId.Parse($"{number}"),
            Kind = PostKind.Video,
            Url = $"https://www.tiktok.com/@a/video/{number}",
            CreatedAt = DateTimeOffset.FromUnixTimeSeconds(number),
            IsPinned = pinned,
        };
}
