using Clipyard.Links;
using Clipyard.Pages;
using Clipyard.Testing;
using Clipyard.Videos;

namespace Clipyard.Tests.Pages;

/// <summary>Pages that were cut off or damaged on their way never crash the reader and never become another post.</summary>
public sealed class DamagedPageTests
{
    private const int Cuts = 300;
    private const int Flips = 300;

    public static TheoryData<string> Own => [.. SamplePages.Names];

    [Theory]
    [MemberData(nameof(Own))]
    public void A_page_of_ours_cut_anywhere_is_its_post_or_none(string name) =>
        CutAnywhere(SamplePages.ReadBytes(name));

    [Theory]
    [MemberData(nameof(Own))]
    public void A_page_of_ours_with_wrong_bytes_is_its_post_or_none(string name) =>
        DamageAnywhere(SamplePages.ReadBytes(name));

    [Fact]
    public void Captured_pages_cut_anywhere_are_their_posts_or_none()
    {
        Assert.SkipUnless(CapturedPages.AreHere, CapturedPages.Missing);
        foreach (var name in CapturedPages.Names)
        {
            CutAnywhere(CapturedPages.Read(name));
        }
    }

    [Fact]
    public void Captured_pages_with_wrong_bytes_are_their_posts_or_none()
    {
        Assert.SkipUnless(CapturedPages.AreHere, CapturedPages.Missing);
        foreach (var name in CapturedPages.Names)
        {
            DamageAnywhere(CapturedPages.Read(name));
        }
    }

    private static void CutAnywhere(byte[] page)
    {
        var ids = IdsOf(TikTokPage.Read(page));
        var random = new Random(page.Length);
        for (var round = 0; round < Cuts; round++)
        {
            Check(TikTokPage.Read(page.AsSpan(0, random.Next(page.Length))), ids);
        }
    }

    private static void DamageAnywhere(byte[] page)
    {
        var ids = IdsOf(TikTokPage.Read(page));
        var random = new Random(page.Length);
        for (var round = 0; round < Flips; round++)
        {
            var damaged = page.ToArray();
            for (var count = random.Next(1, 20); count > 0; count--)
            {
                var at = random.Next(damaged.Length);
                // A wrong digit inside an id makes another id; only who asked for the post can tell.
                damaged[at] = char.IsAsciiDigit((char)damaged[at]) ? damaged[at] : (byte)random.Next(256);
            }

            Check(TikTokPage.Read(damaged), ids);
        }
    }

    private static void Check(PageContent content, HashSet<string> ids)
    {
        var posts = content.Posts.Append(content.Video).OfType<VideoInfo>();
        posts.Select(post => post.Id.Value).ShouldBeSubsetOf(ids);
        var holdsSomething =
            content.Video is not null
            || content.Creator is not null
            || content.Posts.Count > 0
            || content.HasMore is not null;
        holdsSomething.ShouldBe(content.Failure is null);
    }

    private static HashSet<string> IdsOf(PageContent content)
    {
        var ids = content.Posts.Select(post => post.Id.Value).ToHashSet(StringComparer.Ordinal);
        if (content.Video is { } video)
        {
            ids.Add(video.Id.Value);
        }

        // Where TikTok holds a post back, damage can hide that it does; it is the same post still.
        if (TikTokLink.TryParse(content.CanonicalUrl, out var link) && link is TikTokLink.Video about)
        {
            ids.Add(about.Id.Value);
        }

        return ids;
    }
}
