namespace Pix2Pix.Realtime.App.Tests;

/// <summary>Inside a project, folders are subjects and their arrows run one way, so that one can be read, and changed, without the others.</summary>
public sealed class FolderGraphTests
{
    public static TheoryData<string> Projects => [.. ProjectGraphTests.References.Select(row => row.Data.Item1)];

    [Theory]
    [MemberData(nameof(Projects))]
    public void No_folders_of_a_project_need_each_other(string project)
    {
        var circles = FolderGraph.Of(project).Circles();
        Assert.True(circles.Count == 0, $"expected no circle of folders in {project}, found the arrows\n{string.Join('\n', circles)}");
    }

    [Theory]
    [InlineData("using A.C; namespace A.B; class One { Two two; }", "using A.B; namespace A.C; class Two { One one; }")]
    [InlineData("using A.B; namespace A; class One { Two two; }", "namespace A.B; class Two { One one; }")]
    [InlineData("namespace A.B; class One { C.Two two; }", "namespace A.C; class Two { object o = B.One.Make(); }")]
    [InlineData("namespace A.B; class One { A.C.Two two; }", "using static A.B.One; namespace A.C; class Two;")]
    public void Folders_that_need_each_other_are_found(string one, string two) =>
        Assert.Equal(2, FolderGraph.OfText(one, two).Circles().Count);

    [Fact]
    public void A_longer_way_round_is_found() =>
        Assert.Equal(3, FolderGraph.OfText(
            "using A.C; namespace A.B; class One { Two two; }", "using A.D; namespace A.C; class Two { Three three; }", "using A.B; namespace A.D; class Three { One one; }").Circles().Count);

    [Fact]
    public void Arrows_one_way_are_no_circle() =>
        Assert.Empty(FolderGraph.OfText("using A.C; namespace A.B; class One { Two two; }", "namespace A.C; class Two { string Name = \"One\"; }").Circles());
}
