using Clipyard.Failures;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Clipyard.Server.Api.Hosting;

/// <summary>Stops a start with wrong settings: a sentence for each, before anything is touched.</summary>
internal static class SettingsCheck
{
    /// <exception cref="ClipyardException"><c>invalid_parameter</c>: a setting is wrong.</exception>
    public static void Run(IServiceProvider services)
    {
        var faults = new List<string>(services.GetRequiredService<SettingFaults>().Sentences);
        try
        {
            services.GetService<IStartupValidator>()?.Validate();
        }
        catch (Exception error) when (Sentences(error) is { Count: > 0 } sentences)
        {
            faults.AddRange(sentences);
        }

        if (faults.Count > 0)
        {
            throw Refuse(faults);
        }
    }

    /// <summary>Builds something that may read settings before they are checked: the web server does.</summary>
    /// <exception cref="ClipyardException"><c>invalid_parameter</c>: a setting is wrong.</exception>
    public static T Build<T>(Func<T> build)
    {
        try
        {
            return build();
        }
        catch (Exception error) when (Sentences(error) is { Count: > 0 } sentences)
        {
            throw Refuse(sentences);
        }
    }

    private static ClipyardException Refuse(IEnumerable<string> faults) =>
        new(FailureCatalogue.InvalidParameter, string.Join(' ', faults.Distinct(StringComparer.Ordinal)))
        {
            Remedies = ["Correct the settings: appsettings.json, CLIPYARD_ variables, --set."],
        };

    private static List<string> Sentences(Exception error) =>
        error switch
        {
            OptionsValidationException wrong => [.. wrong.Failures],
            AggregateException several => [.. several.InnerExceptions.SelectMany(Sentences)],
            // The binder's: it names the setting and the type it should have.
            InvalidOperationException { InnerException: FormatException or ArgumentException or OverflowException } =>
            [
                error.Message,
            ],
            _ => [],
        };
}
