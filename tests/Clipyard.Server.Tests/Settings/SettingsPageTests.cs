namespace Clipyard.Server.Tests.Settings;

public sealed class SettingsPageTests
{
    [Fact]
    public void The_page_says_what_the_options_say() =>
        Approved.Compare(SettingsPage.Text(), Repository.PathOf("docs", "settings.md"));
}
