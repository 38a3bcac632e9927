using System.Diagnostics;
using OpenTelemetry;

namespace Clipyard.Server.Observability;

/// <summary>Takes queries out of spans before they leave: a signature or a key may stand in one.</summary>
internal sealed class SecretFreeSpans : BaseProcessor<Activity>
{
    public override void OnEnd(Activity data)
    {
        data.SetTag("url.query", null);
        foreach (var name in (string[])["url.full", "http.url", "http.target"])
        {
            if (
                data.GetTagItem(name) is string address
                && address.IndexOf('?', StringComparison.Ordinal) is >= 0 and var end
            )
            {
                data.SetTag(name, address[..end]);
            }
        }
    }
}
