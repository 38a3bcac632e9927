using Clipyard.Downloads;

namespace Clipyard.Tests.Downloads;

public sealed class StorageFailures
{
    [Fact]
    public void A_device_without_room_is_full()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "There is no /dev/full here.");
        using var full = new FileStream("/dev/full", FileMode.Open, FileAccess.Write, FileShare.None, bufferSize: 0);

        var error = Should.Throw<IOException>(() => full.Write(new byte[1]));

        StorageErrors.Name(error).Code.ShouldBe("storage_full");
    }

    [Fact]
    public void A_folder_without_permission_is_unavailable() =>
        StorageErrors.Name(new UnauthorizedAccessException("no")).Code.ShouldBe("storage_unavailable");
}
