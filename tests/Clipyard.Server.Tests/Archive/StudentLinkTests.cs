using System.Net;
using System.Text;
using Clipyard.Sandbox.Worlds;

namespace Clipyard.Server.Tests.Archive;

public sealed class StudentLinkTests
{
    [Theory]
    [InlineData("cool_student", "cool_student")]
    [InlineData("@cool_student", "cool_student")]
    [InlineData(" Cool_Student ", "cool_student")]
    [InlineData("https://www.tiktok.com/@cool_student", "cool_student")]
    [InlineData("https://www.tiktok.com/@Cool.Student?lang=en", "cool.student")]
    [InlineData("6820838815978423302", "6820838815978423302")]
    [InlineData(".paper.kites", ".paper.kites")]
    public async Task A_student_is_linked_by_a_name_in_any_of_its_forms(string given, string username)
    {
        await using var host = await ServerHost.StartAsync(TestContext.Current.CancellationToken);

        var linked = await host.PutAsync("/tiktok/student/anna/username", new { username = given });

        linked.Status.ShouldBe(HttpStatusCode.OK, linked.Text);
        linked["student_id"].GetString().ShouldBe("anna");
        linked["username"].GetString().ShouldBe(username);
        (await host.GetAsync("/tiktok/student/anna/username"))["username"].GetString().ShouldBe(username);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData(null)]
    [InlineData("two words")]
    [InlineData("..")]
    [InlineData("../../etc")]
    [InlineData("https://example.com/@cool_student")]
    [InlineData("https://vm.tiktok.com/ZTwho0001/")]
    [InlineData("https://www.tiktok.com/@cool_student/video/7123456789012345678")]
    [InlineData("MS4wLjABAAAAv7iSuuXDJGDvJkmH_vz1qkDZYo1apxgzaxdBSeIuPiM3TvzWyLmGzmMNLhGbdwbM")]
    public async Task What_is_no_username_is_refused(string? username)
    {
        await using var host = await ServerHost.StartAsync(TestContext.Current.CancellationToken);

        var answer = await host.PutAsync("/tiktok/student/anna/username", new { username });

        answer.Status.ShouldBe(HttpStatusCode.BadRequest, answer.Text);
        answer.Code.ShouldBe("invalid_parameter");
        answer["detail"].GetString()!.ShouldContain("username");
        (await host.GetAsync("/tiktok/students"))["total"].GetInt64().ShouldBe(0);
    }

    [Theory]
    [InlineData("{}", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("{\"username\":", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("{\"username\":5}", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("[]", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("username=cool_student", "application/x-www-form-urlencoded", HttpStatusCode.UnsupportedMediaType)]
    public async Task A_body_that_is_no_link_is_refused(string body, string contentType, HttpStatusCode status)
    {
        await using var host = await ServerHost.StartAsync(TestContext.Current.CancellationToken);
        using var content = new StringContent(body, Encoding.UTF8, contentType);

        using var response = await host.Client.PutAsync(
            "/tiktok/student/anna/username",
            content,
            TestContext.Current.CancellationToken
        );

        response.StatusCode.ShouldBe(status);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
    }

    [Theory]
    [InlineData("an%20na")]
    [InlineData("..%2f")]
    [InlineData("%C3%A4nne")]
    [InlineData("a%2Cb")]
    public async Task An_id_that_no_student_can_have_is_refused(string studentId)
    {
        await using var host = await ServerHost.StartAsync(TestContext.Current.CancellationToken);

        var answer = await host.PutAsync($"/tiktok/student/{studentId}/username", new { username = "cool_student" });

        ((int)answer.Status).ShouldBeInRange(400, 404, answer.Text);
        answer.Code.ShouldBeOneOf("invalid_parameter", "not_found");
    }

    [Fact]
    public async Task A_username_belongs_to_one_student()
    {
        await using var host = await ServerHost.StartAsync(TestContext.Current.CancellationToken);
        await host.LinkAsync("anna", "cool_student");

        var answer = await host.PutAsync("/tiktok/student/ben/username", new { username = "@COOL_student" });

        answer.Status.ShouldBe(HttpStatusCode.Conflict);
        answer.Code.ShouldBe("username_taken");
        answer["detail"].GetString()!.ShouldContain("anna");
    }

    [Fact]
    public async Task Linking_the_same_name_again_changes_nothing()
    {
        await using var host = await ServerHost.StartAsync(TestContext.Current.CancellationToken);
        await host.LinkAsync("anna", "cool_student");

        await host.LinkAsync("anna", "https://www.tiktok.com/@cool_student");

        (await host.GetAsync("/tiktok/students"))["total"].GetInt64().ShouldBe(1);
    }

    [Fact]
    public async Task Another_name_can_be_linked_until_something_is_kept()
    {
        await using var host = await ServerHost.StartAsync(TestContext.Current.CancellationToken);
        await host.LinkAsync("anna", "mistyped");
        await host.LinkAsync("anna", DemoWorld.SunnyGarden);
        await host.DownloadAsync("anna", "?max_videos=1");

        var answer = await host.PutAsync("/tiktok/student/anna/username", new { username = "another" });

        answer.Status.ShouldBe(HttpStatusCode.Conflict);
        answer.Code.ShouldBe("conflict");
        answer["remedy"].GetString()!.ShouldContain("DELETE /tiktok/student/anna");
        var student = await host.GetAsync("/tiktok/student/anna/username");
        student["username"].GetString().ShouldBe(DemoWorld.SunnyGarden);
    }

    [Fact]
    public async Task Every_route_of_an_unknown_student_says_so()
    {
        await using var host = await ServerHost.StartAsync(TestContext.Current.CancellationToken);

        JsonAnswer[] answers =
        [
            await host.GetAsync("/tiktok/student/nobody/username"),
            await host.GetAsync("/tiktok/student/nobody/videos"),
            await host.GetAsync("/tiktok/student/nobody/info"),
            await host.DeleteAsync("/tiktok/student/nobody"),
            await host.DeleteAsync("/tiktok/student/nobody/videos/7123456789012345678"),
        ];

        answers.ShouldAllBe(a => a.Status == HttpStatusCode.NotFound && a.Code == "student_not_linked");
    }
}
