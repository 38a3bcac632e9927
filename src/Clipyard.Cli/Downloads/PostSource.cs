using System.Runtime.CompilerServices;
using Clipyard.Creators;
using Clipyard.Failures;
using Clipyard.Links;

namespace Clipyard.Cli.Downloads;

/// <summary>Turns what the user gave into posts, creators into their lists.</summary>
internal sealed class PostSource(CreatorClient creators, PostSelection selection)
{
    /// <summary>Walks everything in order; what fails is an item, too, and does not stop the rest.</summary>
    public async IAsyncEnumerable<PostItem> EnumerateAsync(
        IEnumerable<string> sources,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        foreach (var given in sources)
        {
            var item = Read(given);
            if (item.Link is not TikTokLink.Profile profile)
            {
                yield return item;
                continue;
            }

            await foreach (var post in ListAsync(given, profile, cancellationToken))
            {
                yield return post;
            }
        }
    }

    private static PostItem Read(string given)
    {
        try
        {
            return new PostItem(given) { Link = SourceArgument.Parse(given) };
        }
        catch (ClipyardException error)
        {
            return new PostItem(given) { Error = error };
        }
    }

    private async IAsyncEnumerable<PostItem> ListAsync(
        string given,
        TikTokLink.Profile profile,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var posts = selection.FromAsync(creators.GetPostsAsync(profile.Name, cancellationToken), cancellationToken);
        await using var walk = posts.GetAsyncEnumerator(cancellationToken);
        for (var number = 1L; ; number++)
        {
            ClipyardException? failure = null;
            try
            {
                if (!await walk.MoveNextAsync())
                {
                    yield break;
                }
            }
            catch (ClipyardException error)
            {
                failure = error;
            }

            if (failure is not null)
            {
                yield return new PostItem(given) { Error = failure };
                yield break;
            }

            yield return new PostItem(walk.Current.Url) { Video = walk.Current, PlaylistIndex = number };
        }
    }
}
