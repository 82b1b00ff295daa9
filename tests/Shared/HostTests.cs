namespace Pix2Pix.Realtime.Tests.Shared;

/// <summary>Tests inside other programs, which ./test.sh --hosts installs and asks for.</summary>
internal static class HostTests
{
    private const string Variable = "PIX2PIX_HOSTS";

    /// <summary>Skips the test where neither host tests nor a campaign were asked for, or the program is missing.</summary>
    public static void Require(string program)
    {
        Xunit.Assert.SkipUnless(Environment.GetEnvironmentVariable(Variable) == "1" || Campaign.Budget is not null, "./test.sh --hosts runs the tests inside other programs");
        Tool.Require(program);
    }
}
