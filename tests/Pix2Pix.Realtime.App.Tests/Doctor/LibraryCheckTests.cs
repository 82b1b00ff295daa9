using Pix2Pix.Realtime.App.Doctor;

namespace Pix2Pix.Realtime.App.Tests.Doctor;

public sealed class LibraryCheckTests
{
    private const string System32 = @"C:\Windows\System32";

    [Theory]
    [InlineData(@"C:\Windows\system32\onnxruntime.dll", "1.17.1", Verdict.Missing, "unpack or build the program again")]
    [InlineData(@"D:\pix2pix\onnxruntime.dll", "1.31.1", Verdict.Works, @"1.31.1, D:\pix2pix\onnxruntime.dll")]
    [InlineData(@"C:\Windows\system32\msvcp140.dll", "14.29.30133.0", Verdict.Optional, "Visual C++ Redistributable")]
    [InlineData(@"C:\Windows\system32\msvcp140.dll", "14.42.34433.0", Verdict.Works, "14.42")]
    public void A_library_is_judged_by_place_and_version(string file, string version, object verdict, string words)
    {
        var finding = LibraryCheck.Judge(file, Version.Parse(version), System32);
        Assert.Equal(verdict, finding.Verdict);
        Assert.Contains(words, finding.Words, StringComparison.Ordinal);
    }
}
