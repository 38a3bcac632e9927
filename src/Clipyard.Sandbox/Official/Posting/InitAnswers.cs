using System.Text.Json.Nodes;
using Clipyard.Sandbox.Hosting;
using Clipyard.Sandbox.Official.OAuth;
using Clipyard.Sandbox.Official.Wire;
using Clipyard.Sandbox.Worlds;

namespace Clipyard.Sandbox.Official.Posting;

/// <summary>The three inits: direct video, draft video, photos. Each makes a task.</summary>
internal sealed class InitAnswers(
    OfficialState state,
    PostingLimits limits,
    Publisher publisher,
    Puller puller,
    ApiAnswers answers,
    Door door
)
{
    private const decimal PhotoDraftVersion = 31.8m;

    /// <summary>Which host takes an upload varies; no client may rely on one.</summary>
    private static readonly string[] UploadHosts =
    [
        "open-upload.tiktokapis.com",
        "open-upload-sg.tiktokapis.com",
        "open-upload-va.tiktokapis.com",
        "open-upload-i18n.tiktokapis.com",
        "upload.us.tiktokapis.com",
    ];

    private readonly InitReader _reader = new(state);

    public SandboxResponse Direct(ApiCall call)
    {
        var caller = door.Enter(call, Scopes.Publish);
        var body = call.Json();
        var wish = _reader.VideoWish(call, body);
        var plan = _reader.VideoSource(call, body);
        call.NoteUnknown(body, "the body");
        CheckPrivacy(caller, wish);
        CheckDirect(caller, wish);
        UrlOwnership.Check(caller.App, plan);
        return Begin(call, caller, PublishMode.Direct, isPhoto: false, wish, plan);
    }

    public SandboxResponse Draft(ApiCall call)
    {
        var caller = door.Enter(call, Scopes.Upload);
        var body = call.Json();
        var plan = _reader.VideoSource(call, body);
        if (body.Has("post_info"))
        {
            call.Note("A video draft takes no 'post_info': title, privacy and switches do not reach the draft.");
        }

        call.NoteUnknown(body, "the body");
        limits.CheckDraft(caller.Creator);
        UrlOwnership.Check(caller.App, plan);
        return Begin(call, caller, PublishMode.Inbox, isPhoto: false, new PostWish(), plan);
    }

    public SandboxResponse Photos(ApiCall call)
    {
        // Which scope is needed stands in the body; without either there is no need to look.
        var caller = door.Enter(call, Scopes.Publish, Scopes.Upload);
        var body = call.Json();
        var mode = (body.Text("media_type"), body.Text("post_mode")) switch
        {
            ("PHOTO", "DIRECT_POST") => PublishMode.Direct,
            ("PHOTO", "MEDIA_UPLOAD") => PublishMode.Inbox,
            _ => throw ApiRefusalException.InvalidParams(
                "Invalid media_type or post_mode",
                "'media_type' must be PHOTO, and 'post_mode' DIRECT_POST or MEDIA_UPLOAD."
            ),
        };
        var scope = mode == PublishMode.Direct ? Scopes.Publish : Scopes.Upload;
        if (!caller.Grant.Allows(scope))
        {
            throw ApiRefusalException.ScopeNotAuthorized($"The call needs {scope}.");
        }

        var wish = _reader.PhotoWish(call, body, mode);
        var plan = InitReader.PhotoSource(call, body);
        call.NoteUnknown(body, "the body");
        if (mode == PublishMode.Direct)
        {
            CheckPrivacy(caller, wish);
            CheckDirect(caller, wish);
        }
        else
        {
            CheckVersion(caller.Creator);
            limits.CheckDraft(caller.Creator);
        }

        UrlOwnership.Check(caller.App, plan);
        return Begin(call, caller, mode, isPhoto: true, wish, plan);
    }

    private void CheckDirect(Caller caller, PostWish wish)
    {
        if (limits.Direct(caller.App, caller.Creator) is { } reason)
        {
            throw ApiRefusalException.Spam(reason);
        }

        PostingLimits.CheckAudit(caller.App, caller.Creator, wish);
    }

    private static void CheckPrivacy(Caller caller, PostWish wish)
    {
        if (!PrivacyLevels.For(caller.Creator).Contains(wish.PrivacyLevel, StringComparer.Ordinal))
        {
            throw new ApiRefusalException(
                403,
                "privacy_level_option_mismatch",
                "The privacy level is not among the creator's options."
            )
            {
                Rule = "'privacy_level' must be one of the creator's current options.",
            };
        }
    }

    private static void CheckVersion(SandboxCreator creator)
    {
        if (creator.Posting.AppVersion < PhotoDraftVersion)
        {
            throw new ApiRefusalException(
                400,
                "app_version_check_failed",
                "The user's TikTok app is too old: 31.8 or newer is needed."
            );
        }
    }

    private SandboxResponse Begin(
        ApiCall call,
        Caller caller,
        PublishMode mode,
        bool isPhoto,
        PostWish wish,
        TransferPlan plan
    )
    {
        var now = state.Clock.Now;
        var number = state.NextNumber();
        var task = new PublishTask
        {
            PublishId = $"{Prefix(mode, isPhoto, plan)}.{number}",
            Grant = caller.Grant,
            Mode = mode,
            IsPhoto = isPhoto,
            Wish = wish,
            Plan = plan,
            CreatedAt = now,
            Expires = now + state.Settings.TransferLife,
            UploadId = state.NextNumber(),
            UploadToken = state.Tokens.UnionId("upload/" + number),
        };
        state.AddTask(task);
        call.Entry.PublishId = task.PublishId;
        var data = new JsonObject { ["publish_id"] = task.PublishId };
        if (plan.IsPull)
        {
            publisher.Await(task, task.Expires);
            puller.Start(task);
        }
        else
        {
            data["upload_url"] = UploadAddress(call, task, number);
        }

        return answers.Ok(data);
    }

    private static string UploadAddress(ApiCall call, PublishTask task, string number)
    {
        // Who came to the loopback name has no way to TikTok's.
        var host = call.Request.Host;
        var origin = TikTokHosts.IsLoopback(host.Host)
            ? $"http://{host.Value}"
            : $"https://{UploadHosts[(number[^1] - '0') % UploadHosts.Length]}";
        return $"{origin}/upload?upload_id={task.UploadId}&upload_token={task.UploadToken}";
    }

    private static string Prefix(PublishMode mode, bool isPhoto, TransferPlan plan) =>
        (isPhoto, mode, plan.IsPull) switch
        {
            (true, PublishMode.Direct, _) => "p_pub_url~v2",
            (true, _, _) => "p_inbox_url~v2",
            (_, PublishMode.Direct, false) => "v_pub_file~v2-1",
            (_, PublishMode.Direct, _) => "v_pub_url~v2",
            (_, _, false) => "v_inbox_file~v2",
            _ => "v_inbox_url~v2",
        };
}
