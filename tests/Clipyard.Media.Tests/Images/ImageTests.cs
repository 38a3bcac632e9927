using Clipyard.Media.Images;
using Clipyard.Testing.Media;

namespace Clipyard.Media.Tests.Images;

public sealed class ImageTests
{
    public static TheoryData<ImageKind, byte[]> Pictures =>
        new()
        {
            { ImageKind.Jpeg, Clip.Bytes("shore.jpg") },
            { ImageKind.Webp, Clip.Bytes("petals.webp") },
            {
                ImageKind.Png,
                Convert.FromBase64String(
                    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
                )
            },
            { ImageKind.Gif, Convert.FromBase64String("R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==") },
            {
                ImageKind.Avif,
                Bytes.Join(
                    Bytes.Box("ftyp", Bytes.Text("avif"), Bytes.U32(0)),
                    Bytes.Box("meta", Bytes.Zeros(40)),
                    Bytes.Box("mdat", Bytes.Zeros(60), [1])
                )
            },
            {
                ImageKind.Heic,
                Bytes.Join(
                    Bytes.Box("ftyp", Bytes.Text("heic"), Bytes.U32(0)),
                    Bytes.Box("meta", Bytes.Zeros(40)),
                    Bytes.Box("mdat", Bytes.Zeros(60), [1])
                )
            },
        };

    [Theory]
    [MemberData(nameof(Pictures))]
    public void A_picture_is_told_and_whole_in_pieces_of_any_size(ImageKind kind, byte[] file)
    {
        foreach (var pieceBytes in new[] { 1, 5, 1000, file.Length })
        {
            var report = Inspect(file, pieceBytes);

            report.Kind.ShouldBe(kind);
            report.IsWhole.ShouldBeTrue(report.Problem);
            report.Problem.ShouldBeNull();
            report.SizeBytes.ShouldBe(file.Length);
        }
    }

    [Theory]
    [MemberData(nameof(Pictures))]
    public void A_cut_picture_is_not_whole(ImageKind kind, byte[] file)
    {
        var report = Inspect(file[..^1], 1000);

        report.Kind.ShouldBe(kind);
        report.IsWhole.ShouldBeFalse();
        report.Problem.ShouldNotBeNullOrEmpty();
    }

    [Theory]
    [MemberData(nameof(Pictures))]
    public void Zeros_behind_a_picture_do_no_harm(ImageKind kind, byte[] file)
    {
        var report = Inspect([.. file, .. Bytes.Zeros(64)], 7);

        report.Kind.ShouldBe(kind);
        report.IsWhole.ShouldBeTrue(report.Problem);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<!DOCTYPE html><html></html>")]
    [InlineData("RIFFxxxxWAVEfmt ")]
    public void What_is_no_picture_is_not_whole(string text)
    {
        var report = Inspect(Bytes.Text(text), 3);

        report.Kind.ShouldBe(ImageKind.Unknown);
        report.IsWhole.ShouldBeFalse();
    }

    [Fact]
    public void A_film_is_no_picture() => Inspect(Clip.Bytes("tide.mp4"), 4096).Kind.ShouldBe(ImageKind.Unknown);

    [Fact]
    public async Task A_stream_is_read_to_its_end()
    {
        using var stream = new MemoryStream(Clip.Bytes("bloom.jpg"));

        var report = await ImageProbe.ReadAsync(stream, TestContext.Current.CancellationToken);

        report.IsWhole.ShouldBeTrue();
        report.SizeBytes.ShouldBe(stream.Length);
    }

    private static ImageReport Inspect(byte[] file, int pieceBytes)
    {
        var inspector = new ImageInspector();
        foreach (var piece in file.Chunk(Math.Max(1, pieceBytes)))
        {
            inspector.Append(piece);
        }

        return inspector.Complete();
    }
}
