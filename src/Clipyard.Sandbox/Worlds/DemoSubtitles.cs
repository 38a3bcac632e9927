namespace Clipyard.Sandbox.Worlds;

/// <summary>The tracks of <see cref="DemoWorld.WithSubtitles"/>.</summary>
internal static class DemoSubtitles
{
    public static readonly SandboxSubtitle[] All =
    [
        new()
        {
            Language = "eng-US",
            Text =
                "WEBVTT\n\n\n00:00:00.060 --> 00:00:01.400\nCut above the bud,\n\n00:00:01.400 --> 00:00:03.000\nat an angle.\n\n",
        },
        new()
        {
            Language = "spa-ES",
            Source = "MT",
            Text =
                "WEBVTT\n\n\n00:00:00.060 --> 00:00:01.400\nCorta por encima de la yema,\n\n00:00:01.400 --> 00:00:03.000\nen ángulo.\n\n",
        },
        new()
        {
            Language = "deu-DE",
            Source = "LC",
            Format = "creator_caption",
            Text =
                """{"utterances":[{"text":"Über der Knospe schneiden,","start_time":60,"end_time":1400},{"text":"und zwar schräg.","start_time":1400,"end_time":3000}]}""",
        },
    ];
}
