using Clipyard.Failures;
using Clipyard.Server.Data;
using Clipyard.Server.Publishing.Posts;
using Clipyard.Server.Publishing.Preparing;
using Clipyard.Server.Storage;
using Clipyard.Server.Tests.Archive;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Clipyard.Server.Tests.Publishing.Preparing;

public sealed class CrashTests(MadeFiles made)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Objects_of_a_run_that_died_before_its_rows_are_replaced_by_the_next_run()
    {
        await using var host = await PreparingHost.StartAsync();
        var id = await host.AcceptAsync(new PostSource(Url: host.Web.Add("a.mp4", await made.BytesAsync("good.mp4"))));
        var left = $"staged/{id}/0123456789abcdef0123456789abcdef/0.mp4";
        await host.PutAsync(left, [1, 2, 3]);

        var post = await host.PrepareAsync(id);

        post.State.ShouldBe(PostState.Queued);
        host.Staged().ShouldBe([(await host.FilesAsync(id)).Single().Object]);
        host.Staged().ShouldNotContain(left);
    }

    [Fact]
    public async Task Two_runs_at_once_leave_one_set_of_rows_with_the_objects_they_name()
    {
        await using var host = await PreparingHost.StartAsync();
        var (first, second) = (await made.BytesAsync("good.mp4"), await made.BytesAsync("other.mp4"));
        var upload = host.Uploads.Add(first);
        var id = await host.AcceptAsync(new PostSource(UploadId: upload));
        var gate = host.Uploads.StopNext();
        var slow = host.PrepareAsync(id);
        await gate.Reached.Task.WaitAsync(Token);
        host.Uploads.Replace(upload, second);

        var fast = await host.PrepareAsync(id);
        gate.Open.SetResult();
        await Should.ThrowAsync<DbUpdateConcurrencyException>(() => slow);

        fast.State.ShouldBe(PostState.Queued);
        var file = (await host.FilesAsync(id)).Single();
        (await host.ObjectAsync(file.Object)).ShouldBe(second);
        host.Staged().ShouldBe([file.Object]);
        host.Unfinished().ShouldBe(0);
        (await host.LogAsync(id)).Count(line => line.State == PostState.Queued).ShouldBe(1);
    }

    [Fact]
    public async Task A_run_that_is_called_once_more_after_its_end_changes_nothing()
    {
        await using var host = await PreparingHost.StartAsync();
        var url = host.Web.Add("a.mp4", await made.BytesAsync("good.mp4"));
        var once = await host.PrepareAsync(new PostSource(Url: url));

        var twice = await host.PrepareAsync(once.Id);

        twice.Revision.ShouldBe(once.Revision);
        host.Web.Requests.ShouldBe(1);
    }

    [Fact]
    public async Task What_is_stopped_in_the_middle_leaves_no_object_and_can_begin_again()
    {
        await using var host = await PreparingHost.StartAsync();
        var bytes = await made.BytesAsync("good.jpg");
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var whole = host.Web.Add("whole.jpg", bytes);
        var half = host.Web.Add(
            "half.jpg",
            async (stream, token) =>
            {
                await FileHost.SayAsync(stream, $"HTTP/1.1 200 OK\r\nContent-Length: {bytes.Length}\r\n\r\n", token);
                await stream.WriteAsync(bytes.AsMemory(0, bytes.Length / 2), token);
                await stop.CancelAsync();
            }
        );
        var id = await host.AcceptAsync(new PostSource(Images: [whole, half]), p => p.Kind = PostKind.Photos);

        await Should.ThrowAsync<OperationCanceledException>(() => host.PrepareUntilAsync(id, stop.Token));

        host.Staged().ShouldBeEmpty();
        host.Unfinished().ShouldBe(0);
        (await host.RowAsync(id)).State.ShouldBe(PostState.Preparing);
        host.Web.Add("half.jpg", bytes);
        (await host.PrepareAsync(id)).State.ShouldBe(PostState.Queued);
    }

    [Fact]
    public async Task A_post_that_was_cancelled_meanwhile_stays_cancelled_without_files()
    {
        await using var host = await PreparingHost.StartAsync();
        var bytes = await made.BytesAsync("good.mp4");
        var id = Guid.Empty;
        var url = host.Web.Add(
            "a.mp4",
            async (stream, token) =>
            {
                await host.ChangeAsync(id, (log, post) => log.Move(post, PostState.Cancelled, PostChange.None));
                await AnswerAsync(stream, bytes, token);
            }
        );
        id = await host.AcceptAsync(new PostSource(Url: url));

        await Should.ThrowAsync<DbUpdateConcurrencyException>(() => host.PrepareAsync(id));

        (await host.RowAsync(id)).State.ShouldBe(PostState.Cancelled);
        (await host.FilesAsync(id)).ShouldBeEmpty();
        host.Staged().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_post_waits_for_its_time_or_for_a_person_once_its_files_are_there()
    {
        await using var host = await PreparingHost.StartAsync();
        var source = new PostSource(Url: host.Web.Add("a.mp4", await made.BytesAsync("good.mp4")));
        var later = DateTimeOffset.UtcNow.AddDays(3);

        var scheduled = await host.PrepareAsync(source, p => p.ScheduledFor = later);
        var asked = await host.PrepareAsync(source, p => p.NeedsApproval = true);

        scheduled.State.ShouldBe(PostState.Scheduled);
        scheduled.DueAt.ShouldBe(later, TimeSpan.FromMilliseconds(1));
        asked.State.ShouldBe(PostState.AwaitingApproval);
        asked.Version.ShouldNotBeNull();
    }

    private static async Task AnswerAsync(Stream stream, byte[] bytes, CancellationToken cancellationToken)
    {
        await FileHost.SayAsync(
            stream,
            $"HTTP/1.1 200 OK\r\nContent-Length: {bytes.Length}\r\n\r\n",
            cancellationToken
        );
        await stream.WriteAsync(bytes, cancellationToken);
    }
}
