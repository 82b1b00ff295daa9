using Pix2Pix.Realtime.App.Tests.Live;
using Pix2Pix.Realtime.Files;

namespace Pix2Pix.Realtime.App.Tests.Privacy;

/// <summary>Services run without a home folder. What belongs to nobody must not be looked for, or left, in whatever folder the program is started.</summary>
public sealed class NoHomeTests : IDisposable
{
    private readonly LiveRun _run = new(side: 64, isFirstTime: true);

    public NoHomeTests() => Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows knows the person's folders without HOME");

    public void Dispose() => _run.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData("two-layers.onnx/home")]
    public void Without_a_home_folder_the_current_one_stays_as_it_is(string home)
    {
        // Below a file nobody makes a folder, not even root.
        _run.Variables["HOME"] = home.Length == 0 ? "" : _run.At(home);
        foreach (var name in (string[])["XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"])
        {
            _run.Variables[name] = "";
        }

        var (code, _, errors) = _run.Run("translate", ProjectFolder.Under("sample-scenes", "gallery", "paint.png"), "-o", _run.At("x.png"), "--model", _run.Model);
        Assert.True(code == 0, errors);
        (code, _, errors) = _run.Run("live", "--headless", "--frames", "3", "--model", _run.Model, "--screenshot", _run.At("y.png"));
        Assert.True(code == 0, errors);
        Assert.Equal(["two-layers.onnx", "x.png", "y.png"], Directory.GetFileSystemEntries(_run.Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }
}
