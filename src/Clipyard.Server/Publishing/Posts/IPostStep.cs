namespace Clipyard.Server.Publishing.Posts;

/// <summary>What one kind of lane does with a post. Made anew for every step, inside the owner's scope.</summary>
internal interface IPostStep
{
    /// <summary>Takes the post one step further and saves it. Safe to be cut short anywhere and run again.</summary>
    /// <exception cref="Failures.ClipyardException">
    /// Passing: the step is run again later, and later fails the post. Otherwise the post fails with it.
    /// </exception>
    /// <exception cref="Microsoft.EntityFrameworkCore.DbUpdateConcurrencyException">
    /// Somebody else changed it: the step has stopped, and what is there now decides.
    /// </exception>
    Task StepAsync(Post post, CancellationToken cancellationToken);
}
