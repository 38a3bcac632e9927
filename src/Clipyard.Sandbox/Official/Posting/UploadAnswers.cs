using Clipyard.Sandbox.Hosting;
using Clipyard.Sandbox.Official.Checks;
using Clipyard.Sandbox.Official.Wire;

namespace Clipyard.Sandbox.Official.Posting;

/// <summary>The upload hosts: one chunk after the other to the address that an init gave.</summary>
internal sealed class UploadAnswers(OfficialState state, Publisher publisher)
{
    private static readonly string[] Types = ["video/mp4", "video/quicktime", "video/webm"];

    /// <summary>Takes a chunk, or refuses it and leaves everything as it was.</summary>
    /// <param name="call">The request.</param>
    /// <param name="faultStatus">A fault's status, answered without a look at the chunk; null to look.</param>
    /// <param name="cancellationToken">Fires when the client leaves.</param>
    public async Task<SandboxResponse> AnswerAsync(ApiCall call, int? faultStatus, CancellationToken cancellationToken)
    {
        var request = call.Request;
        var task = Find(request);
        call.Entry.PublishId = task?.PublishId;
        if (task is not null)
        {
            call.IsFrom(task.Grant);
        }

        if (faultStatus is { } status)
        {
            await RequestBody.DiscardAsync(request, cancellationToken);
            return status == 416 && task is not null ? Progress(task, 416) : Refuse(call, status, rule: null);
        }

        if (task is null)
        {
            await RequestBody.DiscardAsync(request, cancellationToken);
            return Refuse(call, 404, "There is no such upload, or it is complete.");
        }

        // Two at once: the second waits, and is then as late as it deserves.
        await task.Turn.WaitAsync(cancellationToken);
        try
        {
            return await TakeAsync(call, task, cancellationToken);
        }
        finally
        {
            task.Turn.Release();
        }
    }

    private async Task<SandboxResponse> TakeAsync(ApiCall call, PublishTask task, CancellationToken cancellationToken)
    {
        if (Judge(call, task) is { } refusal)
        {
            await RequestBody.DiscardAsync(call.Request, cancellationToken);
            return refusal;
        }

        var range = ContentRange.Parse(call.Request.Headers.ContentRange.ToString()).GetValueOrDefault();
        var receiver = task.Receiver ??= new ChunkReceiver(state.Spool.NewFile());
        if (!await receiver.TakeAsync(call.Request.BodyReader, range.First, range.Length, cancellationToken))
        {
            return Refuse(call, 400, "The body ended before Content-Length.");
        }

        var complete = range.Last + 1 == range.Total;
        var facts = complete ? MediaCheck.ReadVideo(receiver.Path) : null;
        lock (state.Gate)
        {
            task.Received = range.Last + 1;
            if (complete && task.Stage == PublishStage.Receiving)
            {
                publisher.Receive(task, [new ReceivedFile(receiver.Path, range.Total, receiver.Sha256, facts)]);
            }
        }

        return Progress(task, complete ? 201 : 206);
    }

    /// <summary>The first thing that is wrong with a chunk; null when it may come in.</summary>
    private SandboxResponse? Judge(ApiCall call, PublishTask task)
    {
        var request = call.Request;
        if (task.Stage != PublishStage.Receiving || task.Received == task.Plan.VideoSize)
        {
            return Refuse(call, 404, "The upload is complete or has failed; its address is closed.");
        }

        if (state.Clock.Now >= task.Expires)
        {
            return Refuse(call, 403, rule: null);
        }

        if (!Types.Contains(request.ContentType, StringComparer.OrdinalIgnoreCase))
        {
            return Refuse(call, 400, "Content-Type must be video/mp4, video/quicktime or video/webm.");
        }

        if (ContentRange.Parse(request.Headers.ContentRange.ToString()) is not { } range)
        {
            return Refuse(call, 400, "Content-Range must be 'bytes FIRST-LAST/TOTAL'.");
        }

        if (request.ContentLength != range.Length || range.Total != task.Plan.VideoSize)
        {
            return Refuse(call, 400, "Content-Length and Content-Range must agree, and the total be 'video_size'.");
        }

        if (range.First != task.Received)
        {
            call.Entry.Error = "416";
            return Progress(task, 416);
        }

        if (request.Headers.Authorization.Count > 0)
        {
            call.Note("An upload needs no Authorization header: the address is the secret.");
        }

        return range.Length == Expected(task)
            ? null
            : Refuse(call, 400, "Every chunk but the last is 'chunk_size' long.");
    }

    private static long Expected(PublishTask task)
    {
        var index = task.Received / task.Plan.ChunkSize;
        return index < task.Plan.ChunkCount - 1 ? task.Plan.ChunkSize : task.Plan.VideoSize - task.Received;
    }

    private SandboxResponse Progress(PublishTask task, int status)
    {
        var shown = state.Settings.RangeNamesLastByte ? Math.Max(0, task.Received - 1) : task.Received;
        return new SandboxResponse { Status = status }.With("Content-Range", $"bytes 0-{shown}/{task.Plan.VideoSize}");
    }

    private SandboxResponse Refuse(ApiCall call, int status, string? rule)
    {
        state.Report.Refused(call, status.ToString(), rule);
        return new SandboxResponse { Status = status };
    }

    private PublishTask? Find(HttpRequest request)
    {
        if (!HttpMethods.IsPut(request.Method))
        {
            return null;
        }

        lock (state.Gate)
        {
            return state.FindUpload(request.Query["upload_id"], request.Query["upload_token"]);
        }
    }
}
