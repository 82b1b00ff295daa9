using Silk.NET.OpenGL;

namespace Pix2Pix.Realtime.Rendering.Tests.Graphics;

public sealed class DriverWordsTests
{
    private const string Words = "a buffer is looked for";

    [Theory]
    [InlineData(DebugType.DebugTypeError, true)]
    [InlineData(DebugType.DebugTypeUndefinedBehavior, true)]
    [InlineData(DebugType.DebugTypePerformance, false)]
    public void A_drivers_faults_are_passed_on_and_its_hints_are_not(DebugType type, bool isHeard)
    {
        using var gl = new GlSession();
        gl.Device.Gl.DebugMessageInsert(DebugSource.DebugSourceApplication, type, 7, DebugSeverity.DebugSeverityMedium, (uint)Words.Length, Words);
        Assert.Equal(isHeard ? [$"OpenGL driver: {Words}"] : [], gl.Reports);
    }
}
