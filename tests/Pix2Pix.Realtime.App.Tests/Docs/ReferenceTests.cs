using System.Diagnostics;
using Pix2Pix.Realtime.Files;
using Pix2Pix.Realtime.Tests.Shared;

namespace Pix2Pix.Realtime.App.Tests.Docs;

/// <summary>The C library's reference: each function, type, value and field of the header has a comment.</summary>
public sealed class ReferenceTests
{
    [Fact]
    public void The_C_header_has_no_gaps()
    {
        HostTests.Require("doxygen");
        Tool.Run(new ProcessStartInfo("doxygen", ["docs/Doxyfile"]) { WorkingDirectory = ProjectFolder.Root });
        Assert.Contains("p2p_translate", File.ReadAllText(ProjectFolder.Under("out", "c-api", "pix2pix__realtime_8h.html")), StringComparison.Ordinal);
    }
}
