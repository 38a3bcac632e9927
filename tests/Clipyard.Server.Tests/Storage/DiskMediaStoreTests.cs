using System.Text;
using Clipyard.Failures;
using Clipyard.Server.Storage;
using Microsoft.Extensions.Options;

namespace Clipyard.Server.Tests.Storage;

public sealed class DiskMediaStoreTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("clipyard-store-").FullName;
    private readonly StubSpace _space = new();
    private readonly DiskMediaStore _store;

    public DiskMediaStoreTests()
    {
        var paths = new ServerPaths(_folder);
        Directory.CreateDirectory(paths.Media);
        _store = new DiskMediaStore(paths, Options.Create(new StorageOptions { KeepFreeBytes = 1000 }), _space);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string Bucket => Path.Combine(_folder, "media", "tiktok-videos");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Nothing_is_visible_before_the_commit_and_all_of_it_after()
    {
        await using var write = await _store.BeginPutAsync("tiktok/a/1.mp4", "video/mp4", Token);
        await write.Content.WriteAsync("hello"u8.ToArray(), Token);

        (await _store.StatAsync("tiktok/a/1.mp4", Token)).ShouldBeNull();
        (await KeysAsync("")).ShouldBeEmpty();

        (await write.CommitAsync(Token)).SizeBytes.ShouldBe(5);
        (await ReadAsync("tiktok/a/1.mp4")).ShouldBe("hello");
        Directory.EnumerateFiles(_store.Incoming).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_not_committed_leaves_nothing()
    {
        await using (var write = await _store.BeginPutAsync("tiktok/a/1.mp4", "video/mp4", Token))
        {
            await write.Content.WriteAsync("hello"u8.ToArray(), Token);
        }

        Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Fact]
    public async Task Bytes_can_be_read_again_while_they_are_written()
    {
        await using var write = await _store.BeginPutAsync("x", "video/mp4", Token);
        await write.Content.WriteAsync("abcdef"u8.ToArray(), Token);

        write.Content.Position = 2;
        var buffer = new byte[3];
        await write.Content.ReadExactlyAsync(buffer, Token);
        write.Content.Seek(0, SeekOrigin.End);
        await write.Content.WriteAsync("!"u8.ToArray(), Token);
        await write.CommitAsync(Token);

        Encoding.UTF8.GetString(buffer).ShouldBe("cde");
        (await ReadAsync("x")).ShouldBe("abcdef!");
    }

    [Fact]
    public async Task A_commit_replaces_what_was_there_while_readers_finish_the_old()
    {
        await PutAsync("x", "old");
        await using var reader = (await _store.OpenReadAsync("x", 0, null, Token)).ShouldNotBeNull();

        await PutAsync("x", "newer");

        (await new StreamReader(reader).ReadToEndAsync(Token)).ShouldBe("old");
        (await ReadAsync("x")).ShouldBe("newer");
    }

    [Theory]
    [InlineData(0, null, "0123456789")]
    [InlineData(3, null, "3456789")]
    [InlineData(3, 4L, "3456")]
    [InlineData(8, 100L, "89")]
    [InlineData(10, null, "")]
    [InlineData(99, 1L, "")]
    public async Task A_part_can_be_read(long offset, long? length, string expected)
    {
        await PutAsync("x", "0123456789");

        await using var reader = (await _store.OpenReadAsync("x", offset, length, Token)).ShouldNotBeNull();

        (await new StreamReader(reader).ReadToEndAsync(Token)).ShouldBe(expected);
    }

    [Theory]
    [MemberData(nameof(HostileKeys.All), MemberType = typeof(HostileKeys))]
    public async Task No_key_leads_out_of_the_bucket(string key)
    {
        await ShouldRefuseAsync(() => _store.BeginPutAsync(key, "video/mp4", Token));
        await ShouldRefuseAsync(() => _store.OpenReadAsync(key, 0, null, Token));
        await ShouldRefuseAsync(() => _store.StatAsync(key, Token));
        await ShouldRefuseAsync(() => _store.DeleteAsync(key, Token));
    }

    [Theory]
    [MemberData(nameof(HostileKeys.Odd), MemberType = typeof(HostileKeys))]
    public async Task Odd_keys_stay_exact_and_inside(string key)
    {
        await PutAsync(key, "odd");

        (await ReadAsync(key)).ShouldBe("odd");
        (await KeysAsync("")).ShouldBe([key]);
        Directory
            .EnumerateFiles(_folder, "*", SearchOption.AllDirectories)
            .ShouldHaveSingleItem()
            .ShouldStartWith(Bucket + Path.DirectorySeparatorChar);

        await _store.DeleteAsync(key, Token);
        (await KeysAsync("")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Keys_that_differ_in_letter_case_are_two_objects()
    {
        await PutAsync("tiktok/Anna/1.mp4", "upper");
        await PutAsync("tiktok/anna/1.mp4", "lower");

        (await ReadAsync("tiktok/Anna/1.mp4")).ShouldBe("upper");
        (await ReadAsync("tiktok/anna/1.mp4")).ShouldBe("lower");
    }

    [Fact]
    public async Task Lists_are_ordered_limited_to_a_prefix_and_go_on_behind_a_key()
    {
        string[] keys = ["a/1", "a/2", "a-b/1", "ab", "b/c/d", "b/c-d", "owners/x/a/1", "Z", new string('k', 300)];
        foreach (var key in keys)
        {
            await PutAsync(key, "x");
        }

        var ordered = keys.Order(StringComparer.Ordinal).ToArray();
        (await KeysAsync("")).ShouldBe(ordered);
        (await KeysAsync("a")).ShouldBe(["a-b/1", "a/1", "a/2", "ab"]);
        (await KeysAsync("a/")).ShouldBe(["a/1", "a/2"]);
        (await KeysAsync("nothing")).ShouldBeEmpty();
        for (var index = 0; index < ordered.Length; index++)
        {
            (await KeysAsync("", ordered[index])).ShouldBe(ordered[(index + 1)..]);
        }
    }

    [Fact]
    public async Task Deleting_takes_empty_folders_along_and_may_be_repeated()
    {
        await PutAsync("tiktok/a/1.mp4", "x");
        await PutAsync("tiktok/b/1.mp4", "x");

        await _store.DeleteAsync("tiktok/a/1.mp4", Token);
        await _store.DeleteAsync("tiktok/a/1.mp4", Token);

        Directory.Exists(Path.Combine(Bucket, "tiktok", "a")).ShouldBeFalse();
        (await KeysAsync("")).ShouldBe(["tiktok/b/1.mp4"]);
    }

    [Fact]
    public async Task Writers_and_deleters_of_one_folder_do_not_disturb_each_other()
    {
        await Parallel.ForAsync(
            0,
            200,
            Token,
            async (number, token) =>
            {
                var key = $"tiktok/a/{number % 4}";
                await PutAsync(key, "x");
                await _store.DeleteAsync(key, token);
            }
        );

        (await KeysAsync("")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Room_for_the_database_stays_free_from_the_first_byte()
    {
        _space.Free = 999;

        var error = await Should.ThrowAsync<ClipyardException>(() => _store.BeginPutAsync("x", "video/mp4", Token));

        error.Code.ShouldBe("storage_full");
        error.Message.ShouldContain("1000 are kept for the database");
        (await Should.ThrowAsync<ClipyardException>(() => _store.CheckAsync(Token))).Code.ShouldBe("storage_full");
    }

    [Fact]
    public async Task A_disk_that_fills_up_meanwhile_ends_the_write_and_nothing_is_half_kept()
    {
        await using (var write = await _store.BeginPutAsync("x", "video/mp4", Token))
        {
            var megabyte = new byte[1 << 20];
            await write.Content.WriteAsync(megabyte, Token);
            _space.Free = 999;

            var error = await Should.ThrowAsync<ClipyardException>(async () =>
            {
                for (var count = 0; count < 16; count++)
                {
                    await write.Content.WriteAsync(megabyte, Token);
                }
            });

            error.Code.ShouldBe("storage_full");
        }

        Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_disk_that_refuses_a_byte_is_full_in_our_words()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "Only Linux has a device that is always full.");
        await using var full = new FileStream("/dev/full", FileMode.Open, FileAccess.Write, FileShare.ReadWrite, 0);
        await using var content = new DiskWriteStream(full, new KeptSpace(_space, _folder, keepFreeBytes: 0));

        var error = await Should.ThrowAsync<ClipyardException>(async () =>
            await content.WriteAsync("x"u8.ToArray(), Token)
        );

        error.Code.ShouldBe("storage_full");
    }

    [Fact]
    public async Task A_bucket_that_cannot_be_written_is_unavailable()
    {
        await File.WriteAllTextAsync(Bucket, "in the way", Token);

        (await Should.ThrowAsync<ClipyardException>(() => _store.CheckAsync(Token))).Code.ShouldBe(
            "storage_unavailable"
        );
    }

    [Fact]
    public async Task A_healthy_store_says_how_much_room_is_left()
    {
        _space.Free = 5000;

        (await _store.CheckAsync(Token)).FreeBytes.ShouldBe(5000);
        (await KeysAsync("")).ShouldBeEmpty();
    }

    private static async Task ShouldRefuseAsync(Func<Task> call) =>
        (await Should.ThrowAsync<ClipyardException>(call)).Code.ShouldBe("invalid_parameter");

    private async Task PutAsync(string key, string text)
    {
        await using var write = await _store.BeginPutAsync(key, "video/mp4", Token);
        await write.Content.WriteAsync(Encoding.UTF8.GetBytes(text), Token);
        await write.CommitAsync(Token);
    }

    private async Task<string> ReadAsync(string key)
    {
        await using var stream = (await _store.OpenReadAsync(key, 0, null, Token)).ShouldNotBeNull();
        return await new StreamReader(stream).ReadToEndAsync(Token);
    }

    private async Task<List<string>> KeysAsync(string prefix, string? after = null)
    {
        List<string> keys = [];
        await foreach (var stat in _store.ListAsync(prefix, after, Token))
        {
            keys.Add(stat.Key);
        }

        return keys;
    }

    private sealed class StubSpace : IDiskSpace
    {
        public long Free { get; set; } = long.MaxValue;

        public long FreeBytes(string folder) => Free;
    }
}
