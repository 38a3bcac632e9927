using Clipyard.Client.Http;

namespace Clipyard.Client.Tasks;

/// <summary>What agents work on, and the posting of what comes of it.</summary>
public sealed class TasksClient
{
    private readonly ServerConnection _connection;

    internal TasksClient(ServerConnection connection) => _connection = connection;

    /// <summary>Makes a task of an instance.</summary>
    /// <exception cref="ServerException"><c>not_found</c>: the instance; <c>invalid_parameter</c>.</exception>
    public Task<AgentTask> CreateAsync(
        string instanceId,
        TaskRequest request,
        CancellationToken cancellationToken = default
    ) =>
        SendAsync(
            new ServerRequest(HttpMethod.Post, $"{InstancesClient.PathOf(instanceId)}/tasks", "create task")
            {
                IdempotencyKey = ServerRequest.NewKey(),
            }.With(request, ClientJsonContext.Default.TaskRequest),
            cancellationToken
        );

    /// <summary>Shows one.</summary>
    /// <exception cref="ServerException"><c>not_found</c>.</exception>
    public Task<AgentTask> GetAsync(string taskId, CancellationToken cancellationToken = default) =>
        SendAsync(ServerRequest.Get(PathOf(taskId), "get task"), cancellationToken);

    /// <summary>Shows one with its plan, its log and its post.</summary>
    /// <exception cref="ServerException"><c>not_found</c>.</exception>
    public Task<TaskDetail> GetDetailAsync(string taskId, CancellationToken cancellationToken = default) =>
        _connection.GetAsync(
            $"{PathOf(taskId)}/detail",
            "get task detail",
            ClientJsonContext.Default.TaskDetail,
            cancellationToken
        );

    /// <summary>Walks an instance's tasks, newest first and without their output, until the caller stops.</summary>
    /// <param name="instanceId">Whose.</param>
    /// <param name="state">Only those in this state; null for all.</param>
    /// <param name="pageSize">How many to ask for at once, 1 to 1,000.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public IAsyncEnumerable<AgentTask> ListAsync(
        string instanceId,
        TaskState? state = null,
        int pageSize = 50,
        CancellationToken cancellationToken = default
    ) =>
        _connection.WalkAsync(
            "list tasks",
            cursor =>
                QueryText.Of(
                    $"{InstancesClient.PathOf(instanceId)}/tasks",
                    ("state", QueryText.Word(state)),
                    ("limit", QueryText.Number(pageSize)),
                    ("cursor", cursor)
                ),
            ClientJsonContext.Default.TaskPage,
            page => (page.Tasks, page.NextCursor),
            cancellationToken
        );

    /// <summary>Changes one.</summary>
    /// <exception cref="ServerException"><c>conflict</c>: another revision, or no way to that state; <c>not_found</c>.</exception>
    public Task<AgentTask> ChangeAsync(
        string taskId,
        TaskChange change,
        CancellationToken cancellationToken = default
    ) =>
        SendAsync(
            new ServerRequest(HttpMethod.Patch, PathOf(taskId), "change task").With(
                change,
                ClientJsonContext.Default.TaskChange
            ),
            cancellationToken
        );

    /// <summary>Puts a plan in the place of the one there was.</summary>
    /// <returns>The steps, each with its id.</returns>
    /// <exception cref="ServerException"><c>invalid_parameter</c>, <c>not_found</c>.</exception>
    public async Task<IReadOnlyList<PlanStep>> PlanAsync(
        string taskId,
        IReadOnlyList<PlanStep> steps,
        CancellationToken cancellationToken = default
    )
    {
        var plan = await _connection.SendAsync(
            new ServerRequest(HttpMethod.Put, $"{PathOf(taskId)}/plan", "plan task").With(
                new PlanPayload { Steps = steps },
                ClientJsonContext.Default.PlanPayload
            ),
            ClientJsonContext.Default.PlanPayload,
            cancellationToken
        );
        return plan.PlanningSteps ?? [];
    }

    /// <summary>Writes a line into a task's log.</summary>
    /// <exception cref="ServerException"><c>invalid_parameter</c>; <c>conflict</c>: the log is full; <c>not_found</c>.</exception>
    public Task<TaskLog> LogAsync(string taskId, TaskLog line, CancellationToken cancellationToken = default) =>
        _connection.SendAsync(
            new ServerRequest(HttpMethod.Post, $"{PathOf(taskId)}/logs", "log task")
            {
                IdempotencyKey = ServerRequest.NewKey(),
            }.With(line with { Timestamp = null }, ClientJsonContext.Default.TaskLog),
            ClientJsonContext.Default.TaskLog,
            cancellationToken
        );

    /// <summary>Walks a task's log, oldest line first, one request a page, until the caller stops.</summary>
    /// <param name="taskId">Whose.</param>
    /// <param name="pageSize">How many to ask for at once, 1 to 1,000.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ServerException"><c>not_found</c>.</exception>
    public IAsyncEnumerable<TaskLog> GetLogsAsync(
        string taskId,
        int pageSize = 100,
        CancellationToken cancellationToken = default
    ) =>
        _connection.WalkAsync(
            "list task logs",
            cursor => QueryText.Of($"{PathOf(taskId)}/logs", ("limit", QueryText.Number(pageSize)), ("cursor", cursor)),
            ClientJsonContext.Default.TaskLogPage,
            page => (page.ExecutionLogs, page.NextCursor),
            cancellationToken
        );

    /// <summary>Posts a completed task's video. Answers at once: <see cref="Posts.PostsClient.WaitAsync"/> follows the post.</summary>
    /// <exception cref="ServerException">
    /// <c>task_not_completed</c>, <c>task_has_no_video</c>, <c>url_not_allowed</c>, <c>post_in_progress</c>,
    /// <c>duplicate_post</c>, <c>outcome_uncertain</c>, <c>privacy_not_allowed</c>, <c>not_connected</c>, <c>not_found</c>,
    /// and others; nothing was made then.
    /// </exception>
    public Task<TaskPost> PostAsync(
        string taskId,
        TaskPostRequest request,
        CancellationToken cancellationToken = default
    ) =>
        _connection.SendAsync(
            new ServerRequest(HttpMethod.Post, $"{PathOf(taskId)}/post-to-tiktok", "post task")
            {
                IdempotencyKey = ServerRequest.NewKey(),
                Prefer = "respond-async",
            }.With(request, ClientJsonContext.Default.TaskPostRequest),
            ClientJsonContext.Default.TaskPost,
            cancellationToken
        );

    /// <summary>How a task's latest post stands.</summary>
    /// <exception cref="ServerException"><c>not_found</c>: no such task, or it has no post.</exception>
    public Task<TaskPostStatus> GetPostStatusAsync(string taskId, CancellationToken cancellationToken = default) =>
        _connection.GetAsync(
            $"{PathOf(taskId)}/post-status",
            "get task post status",
            ClientJsonContext.Default.TaskPostStatus,
            cancellationToken
        );

    /// <summary>Deletes one with its plan and log. A post of it that has ended stays.</summary>
    /// <param name="taskId">Which.</param>
    /// <param name="cancelPost">Whether its post is cancelled first, if one is under way.</param>
    /// <param name="cancellationToken">Stops the request.</param>
    /// <exception cref="ServerException"><c>post_in_progress</c>, <c>not_cancellable</c>, <c>not_found</c>.</exception>
    public Task RemoveAsync(string taskId, bool cancelPost = false, CancellationToken cancellationToken = default) =>
        _connection.SendAsync(
            new ServerRequest(
                HttpMethod.Delete,
                QueryText.Of(PathOf(taskId), ("cancel_post", cancelPost ? "true" : null)),
                "remove task"
            ),
            cancellationToken
        );

    private static string PathOf(string taskId)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(taskId);
        return $"api/v1/tasks/{Uri.EscapeDataString(taskId)}";
    }

    private Task<AgentTask> SendAsync(ServerRequest request, CancellationToken cancellationToken) =>
        _connection.SendAsync(request, ClientJsonContext.Default.AgentTask, cancellationToken);
}
