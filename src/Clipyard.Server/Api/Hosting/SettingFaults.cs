namespace Clipyard.Server.Api.Hosting;

/// <summary>What is wrong with the settings, a sentence each, found while they are read.</summary>
internal sealed class SettingFaults
{
    private readonly List<string> _sentences = [];

    public IReadOnlyList<string> Sentences => _sentences;

    public void Add(string sentence) => _sentences.Add(sentence);
}
