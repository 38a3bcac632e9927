using System.Globalization;
using System.Text.Json.Nodes;
using Clipyard.Sandbox.Hosting;
using Clipyard.Sandbox.Official.OAuth;
using Clipyard.Sandbox.Official.Wire;

namespace Clipyard.Sandbox.Official.Posting;

/// <summary><c>status/fetch</c> and <c>cancel</c>.</summary>
internal sealed class StatusAnswers(OfficialState state, Publisher publisher, ApiAnswers answers, Door door)
{
    public SandboxResponse Fetch(ApiCall call)
    {
        var task = Find(call);
        var data = new JsonObject { ["status"] = Name(task) };
        if (task.FailReason is { } reason)
        {
            data["fail_reason"] = reason;
        }

        if (task.PublicPostIds.Count > 0 || state.Settings.EmptyPostIds)
        {
            // TikTok's spelling; numbers that do not fit a double.
            data["publicaly_available_post_id"] = new JsonArray([
                .. task.PublicPostIds.Select(id => JsonValue.Create(long.Parse(id, CultureInfo.InvariantCulture))),
            ]);
        }

        if (task.Stage is PublishStage.Receiving or PublishStage.Processing or PublishStage.Failed)
        {
            data[task.Plan.IsPull ? "downloaded_bytes" : "uploaded_bytes"] = task.Received;
        }

        return answers.Ok(data);
    }

    public SandboxResponse Cancel(ApiCall call)
    {
        var task = Find(call);
        if (!task.Plan.IsPull || task.Stage != PublishStage.Receiving)
        {
            throw new ApiRefusalException(400, "publish_not_cancellable", "The publish task cannot be cancelled.")
            {
                Rule = task.Plan.IsPull ? null : "Only a running pull can be cancelled.",
            };
        }

        publisher.Fail(task, "publish_cancelled");
        return answers.Ok(data: null);
    }

    private PublishTask Find(ApiCall call)
    {
        var caller = door.Enter(call, Scopes.Upload, Scopes.Publish);
        var body = call.Json();
        var id = body.Text("publish_id");
        call.NoteUnknown(body, "the body");
        call.Entry.PublishId = id;
        if (id is null || state.FindTask(id) is not { } task || !IsVisible(task))
        {
            throw new ApiRefusalException(400, "invalid_publish_id", "The publish_id does not exist.")
            {
                Rule = id is null ? "'publish_id' is required." : null,
            };
        }

        if (task.Grant.ClientKey != caller.Grant.ClientKey || task.Grant.OpenId != caller.Grant.OpenId)
        {
            throw new ApiRefusalException(
                400,
                "token_not_authorized_for_specified_publish_id",
                "The access token does not belong to the publish_id."
            )
            {
                Rule = "A task belongs to one app and one creator.",
            };
        }

        return task;
    }

    private bool IsVisible(PublishTask task) => state.Clock.Now >= task.CreatedAt + state.Settings.PublishIdDelay;

    private static string Name(PublishTask task) =>
        task.Stage switch
        {
            PublishStage.InInbox => "SEND_TO_USER_INBOX",
            PublishStage.Complete => "PUBLISH_COMPLETE",
            PublishStage.Failed => "FAILED",
            _ => task.Plan.IsPull ? "PROCESSING_DOWNLOAD" : "PROCESSING_UPLOAD",
        };
}
