using Pix2Pix.Realtime.App.Tests.Live;
using Pix2Pix.Realtime.Files;
using Pix2Pix.Realtime.Tests.Shared;

namespace Pix2Pix.Realtime.App.Tests.Privacy;

/// <summary>The program talks to nobody unasked. ONNX Runtime would, and leaves a device id below the cache folder when it is about to.</summary>
public sealed class TelemetryTests : IDisposable
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "pix2pix.exe" : "pix2pix");

    private readonly LiveRun _run = new(side: 64);
    private readonly WatchedProgram _watched = new();

    public void Dispose()
    {
        _watched.Dispose();
        _run.Dispose();
    }

    [Fact]
    public void Translating_leaves_no_device_id_and_opens_no_socket()
    {
        _watched.Run(Program, "translate", ProjectFolder.Under("sample-scenes", "gallery", "paint.png"), "-o", _run.At("x.png"), "--model", _run.Model);
        Assert.True(File.Exists(_run.At("x.png")));
        _watched.AssertQuiet();
    }

    [Fact]
    public void The_live_program_leaves_no_device_id_and_opens_no_socket_though_its_scene_has_an_Osc()
    {
        Live();
        _watched.AssertQuiet();
    }

    [Fact]
    public void With_osc_the_one_port_is_this_machines_alone_and_nothing_is_sent()
    {
        Live("--osc", "0");
        _watched.AssertQuiet(ports: 1);
        Assert.Contains("127.0.0.1", Assert.Single(_watched.Network, line => line.Contains("bind(", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    private void Live(params string[] arguments)
    {
        _watched.Run(Program, ["live", "--headless", "--frames", "3", "--model", _run.Model, "--screenshot", _run.At("x.png"), .. arguments]);
        Assert.True(File.Exists(_run.At("x.png")));
    }
}
