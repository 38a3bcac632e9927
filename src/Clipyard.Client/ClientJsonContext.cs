using System.Text.Json;
using System.Text.Json.Serialization;
using Clipyard.Client.Archive;
using Clipyard.Client.Downloads;
using Clipyard.Client.Http;
using Clipyard.Client.Jobs;
using Clipyard.Client.Keys;
using Clipyard.Client.Posts;
using Clipyard.Client.Publishing;
using Clipyard.Client.Students;
using Clipyard.Client.Tasks;
using Clipyard.Client.Videos;
using Clipyard.Client.Webhooks;

namespace Clipyard.Client;

/// <summary>Everything that crosses the wire.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [
        typeof(WireEnumConverter<DeliveryState>),
        typeof(WireEnumConverter<JobState>),
        typeof(WireEnumConverter<JobItemState>),
        typeof(WireEnumConverter<LogStatus>),
        typeof(WireEnumConverter<PostState>),
        typeof(WireEnumConverter<StepState>),
        typeof(WireEnumConverter<TaskState>),
    ]
)]
[JsonSerializable(typeof(AcceptedJob))]
[JsonSerializable(typeof(AgentTask))]
[JsonSerializable(typeof(ApiKey))]
[JsonSerializable(typeof(ApiKeyRequest))]
[JsonSerializable(typeof(ClipPage))]
[JsonSerializable(typeof(DeliveryPage))]
[JsonSerializable(typeof(DownloadsRequest))]
[JsonSerializable(typeof(Instance))]
[JsonSerializable(typeof(InstanceChange))]
[JsonSerializable(typeof(InstancePage))]
[JsonSerializable(typeof(InstanceRequest))]
[JsonSerializable(typeof(Job))]
[JsonSerializable(typeof(JobEventPayload))]
[JsonSerializable(typeof(JobPage))]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(JobTransfer))]
[JsonSerializable(typeof(KeyPage))]
[JsonSerializable(typeof(LinkPayload))]
[JsonSerializable(typeof(ApprovalPayload))]
[JsonSerializable(typeof(PlanPayload))]
[JsonSerializable(typeof(Post))]
[JsonSerializable(typeof(PostChange))]
[JsonSerializable(typeof(PostImport))]
[JsonSerializable(typeof(PostInfo))]
[JsonSerializable(typeof(PostPage))]
[JsonSerializable(typeof(PostRequest))]
[JsonSerializable(typeof(ReplayPayload))]
[JsonSerializable(typeof(RetryPayload))]
[JsonSerializable(typeof(ProblemPayload))]
[JsonSerializable(typeof(PublishingState))]
[JsonSerializable(typeof(Removal))]
[JsonSerializable(typeof(SigningSecret))]
[JsonSerializable(typeof(StudentDownload))]
[JsonSerializable(typeof(StudentInfo))]
[JsonSerializable(typeof(StudentLink))]
[JsonSerializable(typeof(StudentPage))]
[JsonSerializable(typeof(TaskChange))]
[JsonSerializable(typeof(TaskDetail))]
[JsonSerializable(typeof(TaskLog))]
[JsonSerializable(typeof(TaskLogPage))]
[JsonSerializable(typeof(TaskPage))]
[JsonSerializable(typeof(TaskPost))]
[JsonSerializable(typeof(TaskPostRequest))]
[JsonSerializable(typeof(TaskPostStatus))]
[JsonSerializable(typeof(TaskRequest))]
[JsonSerializable(typeof(VerifyReport))]
[JsonSerializable(typeof(VerifyRequest))]
[JsonSerializable(typeof(VideoPage))]
[JsonSerializable(typeof(Webhook))]
[JsonSerializable(typeof(WebhookChange))]
[JsonSerializable(typeof(WebhookDelivery))]
[JsonSerializable(typeof(WebhookEventsPayload))]
[JsonSerializable(typeof(WebhookPage))]
[JsonSerializable(typeof(WebhookRequest))]
internal sealed partial class ClientJsonContext : JsonSerializerContext;
