using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Clipyard.Server.Tasks.Work;

/// <summary>A task as its owner sees it.</summary>
internal record TaskAnswer : TaskSummary
{
    [SetsRequiredMembers]
    public TaskAnswer(AgentTask task, Publishing.Requests.Answers.PostAnswer? post)
    {
        TaskId = task.Id;
        InstanceId = task.InstanceId;
        Title = task.Title;
        Description = task.Description;
        State = task.State;
        Error = task.Error;
        Revision = task.Revision;
        CreatedAt = task.CreatedAt;
        UpdatedAt = task.UpdatedAt;
        CompletedAt = task.CompletedAt;
        TiktokPostStatus = post?.Status;
        TiktokPostState = post?.State;
        OutputData = JsonText.Read(task.OutputData);
    }

    [Description("What came of it.")]
    public JsonElement? OutputData { get; }

    [Description("What a change does not reach: a post that was made of an earlier output. Null for nothing.")]
    public string? Note { get; init; }
}
