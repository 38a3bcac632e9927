using Microsoft.Extensions.Options;

namespace Clipyard.Server.Automation.Webhooks;

[OptionsValidator]
internal sealed partial class WebhookOptionsValidator : IValidateOptions<WebhookOptions>;
