using Clipyard.Failures;
using Clipyard.Server.Storage;

namespace Clipyard.Server.Tests.Storage;

public sealed class KeyFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("clipyard-keys-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_key_is_made_once_for_its_owner_alone()
    {
        var key = KeyFile.ReadOrCreate(_folder, "archive.key");

        key.Length.ShouldBe(32);
        KeyFile.ReadOrCreate(_folder, "archive.key").ShouldBe(key);
        KeyFile.ReadOrCreate(_folder, "media.key").ShouldNotBe(key);
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(Path.Combine(_folder, "archive.key"))
                .ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    [Fact]
    public void A_damaged_key_is_never_replaced_silently()
    {
        File.WriteAllText(Path.Combine(_folder, "archive.key"), "short");

        Should
            .Throw<ClipyardException>(() => KeyFile.ReadOrCreate(_folder, "archive.key"))
            .Message.ShouldContain("restore it from a backup");
    }
}
