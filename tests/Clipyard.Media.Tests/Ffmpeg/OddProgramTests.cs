using System.Diagnostics;
using Clipyard.Failures;
using Clipyard.Media.Ffmpeg;
using Clipyard.Testing.Media;

namespace Clipyard.Media.Tests.Ffmpeg;

/// <summary>Programs in the place of ffmpeg that are missing, fail, hang, or lie.</summary>
public sealed class OddProgramTests(MadeMedia media)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/nowhere/ffmpeg")]
    [InlineData("ffmpeg-that-nobody-has")]
    public async Task Without_ffmpeg_a_repair_is_refused_with_what_to_do(string path)
    {
        var repair = new VideoRepair(path);

        repair.IsAvailable.ShouldBeFalse();
        var error = await Should.ThrowAsync<ClipyardException>(() =>
            repair.RepairAsync(Request(), progress: null, Stop)
        );

        error.Failure.ShouldBe(FailureCatalogue.UnsupportedMedia);
        error.Detail.ShouldBe("It could be repaired, but ffmpeg is not installed here.");
        error.Remedies[0].ShouldStartWith("Install ffmpeg");
    }

    [Fact]
    public async Task What_is_no_program_is_as_good_as_missing()
    {
        var path = media.NewPath("exe");
        await File.WriteAllTextAsync(path, "just words", Stop);

        var error = await Should.ThrowAsync<ClipyardException>(() =>
            new VideoRepair(path).RepairAsync(Request(), progress: null, Stop)
        );

        error.Remedies[0].ShouldStartWith("Install ffmpeg");
    }

    [Fact]
    public async Task Its_last_words_are_passed_on_without_the_names_of_files()
    {
        var request = Request();
        var program = Program(
            """
            i=0; while [ $i -lt 3000 ]; do echo "line $i" >&2; i=$((i+1)); done
            for a; do echo "$a: cannot be read" >&2; done
            exit 69
            """
        );

        var error = await Should.ThrowAsync<ClipyardException>(() =>
            new VideoRepair(program).RepairAsync(request, progress: null, Stop)
        );

        var detail = error.Detail.ShouldNotBeNull();
        detail.ShouldStartWith("ffmpeg could not repair it (exit code 69): ");
        detail.ShouldContain("file:SOURCE: cannot be read");
        detail.ShouldNotContain(Path.GetTempPath());
        detail.ShouldNotContain("line 1000");
        detail.Length.ShouldBeLessThan(2200);
    }

    [Fact]
    public async Task A_full_disk_is_named()
    {
        var program = Program("echo 'av_interleaved_write_frame(): No space left on device' >&2; exit 1");

        var error = await Should.ThrowAsync<ClipyardException>(() =>
            new VideoRepair(program).RepairAsync(Request(), progress: null, Stop)
        );

        error.Failure.ShouldBe(FailureCatalogue.StorageFull);
    }

    [Fact]
    public async Task It_does_not_learn_our_environment()
    {
        Environment.SetEnvironmentVariable("CLIPYARD_TEST_SECRET", "sesame");
        var program = Program("env >&2; exit 1");

        var error = await Should.ThrowAsync<ClipyardException>(() =>
            new VideoRepair(program).RepairAsync(Request(), progress: null, Stop)
        );

        error.Detail.ShouldNotBeNull().ShouldContain("PATH=");
        error.Detail.ShouldNotContain("sesame");
    }

    [Fact]
    public async Task A_result_that_breaks_off_is_not_kept()
    {
        // Says that all went well, and writes half of a film.
        var half = media.NewPath("half");
        await File.WriteAllBytesAsync(half, Clip.Bytes("petals.mp4")[..5000], Stop);
        var request = Request();
        var program = Program($"for last; do :; done; cp '{half}' \"${{last#file:}}\"");

        var error = await Should.ThrowAsync<ClipyardException>(() =>
            new VideoRepair(program).RepairAsync(request, progress: null, Stop)
        );

        error.Failure.ShouldBe(FailureCatalogue.UnsupportedMedia);
        error.Detail.ShouldNotBeNull().ShouldStartWith("Even repaired: ");
        DemandNothingLeft(request);
    }

    [Fact]
    public async Task A_result_of_another_length_is_not_kept()
    {
        // It lasts a quarter of a second; what comes back is whole and lasts seven.
        var other = media.NewPath("mp4");
        await File.WriteAllBytesAsync(other, Clip.Bytes("lava.mp4"), Stop);
        var request = Request();
        await File.WriteAllBytesAsync(request.Source, new Mp4Maker { IndexFirst = false }.Build(), Stop);
        var program = Program($"for last; do :; done; cp '{other}' \"${{last#file:}}\"");

        var error = await Should.ThrowAsync<ClipyardException>(() =>
            new VideoRepair(program).RepairAsync(request, progress: null, Stop)
        );

        error.Detail.ShouldBe("Repaired it has 0:07 min instead of 0:00.3 min, so it was not kept.");
        DemandNothingLeft(request);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Cancelling_and_the_time_limit_end_it_and_its_children(bool isCancelled)
    {
        // A child that would write on after its parent's end: as long as it lives, the pipe has a writer.
        var pipe = media.NewPath("pipe");
        var program = Program($"mkfifo '{pipe}'; sleep 600 > '{pipe}' & echo out_time_us=1000; wait");
        var request = Request();
        var clock = new ManualClock();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var started = new TaskCompletionSource();
        var repair = new VideoRepair(program, TimeSpan.FromMinutes(5), clock);

        var running = repair.RepairAsync(request, new Signal(started), stop.Token);
        await started.Task.WaitAsync(Stop);
        await using var child = await Task.Run(
            () => new FileStream(pipe, FileMode.Open, FileAccess.Read, FileShare.ReadWrite),
            Stop
        );
        if (isCancelled)
        {
            await stop.CancelAsync();
            await Should.ThrowAsync<OperationCanceledException>(() => running);
        }
        else
        {
            clock.Advance(TimeSpan.FromMinutes(5));
            var error = await Should.ThrowAsync<ClipyardException>(() => running);
            error.Detail.ShouldBe("Its repair did not end within 00:05:00.");
        }

        var ended = await Task.Run(child.ReadByte, Stop).WaitAsync(TimeSpan.FromSeconds(30), Stop);
        ended.ShouldBe(-1);
        DemandNothingLeft(request);
    }

    // Its index is at the end.
    private RepairRequest Request()
    {
        var source = media.NewPath("mp4");
        File.WriteAllBytes(source, Clip.Bytes("petals.mp4"));
        return new RepairRequest { Source = source, Destination = media.NewPath("mp4") };
    }

    private string Program(string script)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The odd programs are shell scripts.");

        // Written by a process of its own: one that another test starts meanwhile would inherit our open file, and what
        // is open for writing cannot be started.
        var path = media.NewPath("sh");
        using var writer = Process.Start(
            new ProcessStartInfo("/bin/sh", ["-c", "cat > \"$0\" && chmod +x \"$0\"", path])
            {
                RedirectStandardInput = true,
                UseShellExecute = false,
            }
        );
        writer.ShouldNotBeNull().StandardInput.Write($"#!/bin/sh\n{script}\n");
        writer.StandardInput.Close();
        writer.WaitForExit();
        return path;
    }

    private static void DemandNothingLeft(RepairRequest request)
    {
        File.Exists(request.Destination).ShouldBeFalse();
        File.Exists(request.Destination + ".part").ShouldBeFalse();
    }

    private sealed class Signal(TaskCompletionSource reached) : IProgress<RepairProgress>
    {
        public void Report(RepairProgress value) => reached.TrySetResult();
    }
}
