namespace Clipyard.Server.Tasks.Posting;

/// <summary>Requests as they look in practice.</summary>
internal static class TaskExamples
{
    public const string Instance = """
        {
          "name": "Clips of the week",
          "account_ids": ["0192f3a4-5b6c-7d8e-9f00-112233445566"]
        }
        """;

    public const string InstancePatch = """{ "video_path": "result.videos[0].url" }""";

    public const string Task = """{ "title": "A clip about tulips", "description": "Thirty seconds, upright." }""";

    public const string TaskPatch = """
        {
          "state": "completed",
          "output_data": {
            "video_url": "https://abcdefgh.supabase.co/storage/v1/object/public/clips/tulips.mp4",
            "suggested_caption": "Tulips! #spring"
          }
        }
        """;

    public const string Plan = """
        {
          "steps": [
            { "id": "script", "title": "Write the script", "status": "completed" },
            { "id": "render", "title": "Render the clip", "description": "1080 x 1920", "status": "in_progress" }
          ]
        }
        """;

    public const string Log = """
        {
          "agent_name": "renderer",
          "action": "render",
          "status": "info",
          "message": "Frame 450 of 900",
          "details": { "frame": 450 }
        }
        """;

    public const string Post = """
        {
          "title": "Tulips! #spring",
          "privacy_level": "SELF_ONLY",
          "disable_comment": false,
          "video_cover_timestamp_ms": 1000,
          "schedule_time": null
        }
        """;
}
