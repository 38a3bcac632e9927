using System.ComponentModel.DataAnnotations;

namespace Clipyard.Server.Automation.Webhooks;

/// <summary>How other programs are called, from the <c>Webhooks</c> configuration section.</summary>
internal sealed class WebhookOptions
{
    public const string Section = "Webhooks";

    /// <summary>How long a receiver has to answer: one to 30 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:00:30")]
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>
    /// For how long nothing must have been received before a webhook is switched off, when a message failed eight times in
    /// a row: an hour to 30 days.
    /// </summary>
    [Range(typeof(TimeSpan), "01:00:00", "30.00:00:00")]
    public TimeSpan SwitchOffAfter { get; init; } = TimeSpan.FromDays(3);

    /// <summary>How long what became of a delivery can be asked for, and it can be sent again: a day to a year.</summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "365.00:00:00")]
    public TimeSpan KeepDeliveries { get; init; } = TimeSpan.FromDays(30);
}
