using Microsoft.Extensions.Options;

namespace Clipyard.Server.Identity;

[OptionsValidator]
internal sealed partial class SignInOptionsValidator : IValidateOptions<SignInOptions>;
