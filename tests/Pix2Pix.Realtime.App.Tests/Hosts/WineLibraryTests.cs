using System.Globalization;
using System.Text;
using Pix2Pix.Realtime.App.Pack;
using Pix2Pix.Realtime.App.Tests.Live;
using Pix2Pix.Realtime.Files;
using Pix2Pix.Realtime.Tests.Shared;
using static Pix2Pix.Realtime.App.Tests.Hosts.WineMachine;

namespace Pix2Pix.Realtime.App.Tests.Hosts;

/// <summary>The C library for Windows as it is packed on Linux, in programs that mingw builds, by Wine.</summary>
[Collection(WineCollection.Name)]
public sealed class WineLibraryTests(WineLease lease) : IDisposable
{
    private const string Compiler = "x86_64-w64-mingw32-gcc";

    /// <summary>What Windows ends a program with that has overwritten a stack cookie, as far as Linux shows it: the lowest byte of 0xC0000409.</summary>
    private const int StackOverrun = 9;

    private readonly LiveRun _run = new(side: 32);

    private static string Included => ProjectFolder.Under("sample-scenes", "facades.onnx");

    private static string[] Standard => ["-std=gnu99", "-O1", "-Wall", "-Wextra", "-Werror", "-Wno-array-bounds"];

    private WineMachine Wine
    {
        get
        {
            HostTests.Require("lld-link");
            HostTests.Require(Compiler);
            return lease.Machine;
        }
    }

    public void Dispose()
    {
        lease.EndSession();
        _run.Dispose();
    }

    [Fact]
    public void The_archive_holds_what_a_C_program_needs_and_the_same_sources_give_the_same_bytes()
    {
        string[] names = [.. Directory.GetFiles(Wine.Library, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Wine.Library, file)).Order(StringComparer.Ordinal)];
        Assert.Equal(
        [
            "LICENSE", "THIRD-PARTY-NOTICES.txt", "cmake/FindPix2PixRealtime.cmake", "include/pix2pix_realtime.h", "libpix2pix_realtime.dll", "libpix2pix_realtime.lib", "onnxruntime.dll",
            "onnxruntime_providers_shared.dll", "pkgconfig/pix2pix_realtime.pc", "sample/CMakeLists.txt", "sample/translate.c",
        ], names);
        var notices = File.ReadAllText(Path.Combine(Wine.Library, "THIRD-PARTY-NOTICES.txt"));
        Assert.Contains("\nMicrosoft.ML.OnnxRuntime ", notices, StringComparison.Ordinal);
        Assert.Contains("\nMicrosoft.NETCore.App.Runtime.NativeAOT.win-x64 ", notices, StringComparison.Ordinal);

        Assert.True(Removal.TryFolder(ProjectFolder.Under("artifacts", "obj", "Pix2Pix.Realtime.Native", "release_win-x64", "native")));
        new NativePackage("win-x64").Write(_run.At("again.zip"));
        Assert.Equal(File.ReadAllBytes(Wine.At("win-x64.zip")), File.ReadAllBytes(_run.At("again.zip")));
    }

    [Fact]
    public void It_exports_what_the_header_names_and_takes_nothing_from_Windows_that_is_not_part_of_it()
    {
        var facts = Tool("x86_64-w64-mingw32-objdump", "-p", Path.Combine(Wine.Library, "libpix2pix_realtime.dll"));
        var header = File.ReadAllLines(Path.Combine(Wine.Library, "include", "pix2pix_realtime.h"));
        var named = header.Where(line => line.StartsWith("P2P_API", StringComparison.Ordinal)).Select(line => line[..line.IndexOf('(', StringComparison.Ordinal)].Split(' ')[^1]);
        Assert.All(named, name => Assert.Contains($" {name}\n", facts, StringComparison.Ordinal));
        var needed = facts.Split('\n').Where(line => line.Contains("DLL Name:", StringComparison.Ordinal)).Select(line => line.Split(' ')[^1].ToUpperInvariant());
        Assert.All(needed, name => Assert.True(name is "KERNEL32.DLL" or "ADVAPI32.DLL" or "BCRYPT.DLL" or "OLE32.DLL" || name.StartsWith("API-MS-WIN-CRT-", StringComparison.Ordinal), name));
    }

    [Fact]
    public void The_sample_built_by_CMake_translates_bit_for_bit_as_on_Linux_and_says_what_is_wrong()
    {
        HostTests.Require("cmake");
        var linux = Wine.PackLibrary("linux-x64");
        Build(linux, "linux");
        Build(Wine.Library, "windows", "-DCMAKE_SYSTEM_NAME=Windows", $"-DCMAKE_C_COMPILER={Compiler}");
        WriteNoise(_run.At("in.ppm"), side: 512);
        Tool(_run.At("linux/translate"), Included, _run.At("in.ppm"), _run.At("linux.ppm"));
        Place(_run.At("windows"));
        var (code, output, errors) = Start(_run.At("windows/translate.exe"), WindowsPath(Included), WindowsPath(_run.At("in.ppm")), WindowsPath(_run.At("windows.ppm")));
        Assert.True(code == 0, output + errors);
        Assert.Equal(File.ReadAllBytes(_run.At("linux.ppm")), File.ReadAllBytes(_run.At("windows.ppm")));

        (code, _, errors) = Start(_run.At("windows/translate.exe"), "nowhere.onnx", WindowsPath(_run.At("in.ppm")), WindowsPath(_run.At("no.ppm")));
        Assert.Equal(1, code);
        Assert.Contains("load: Expected a generator (.onnx), found no file at 'nowhere.onnx'", errors, StringComparison.Ordinal);
        File.WriteAllText(_run.At("broken.onnx"), "broken");
        (code, _, errors) = Start(_run.At("windows/translate.exe"), WindowsPath(_run.At("broken.onnx")), WindowsPath(_run.At("in.ppm")), WindowsPath(_run.At("no.ppm")));
        Assert.Equal(1, code);
        Assert.Contains("broken.onnx' can't be used", errors, StringComparison.Ordinal);

        void Build(string library, string folder, params string[] options)
        {
            Tool("cmake", ["-S", Path.Combine(library, "sample"), "-B", _run.At(folder), .. options]);
            Tool("cmake", "--build", _run.At(folder));
        }
    }

    [Fact]
    public void Six_threads_translate_swap_and_fail_and_a_thread_that_called_it_ends()
    {
        var flags = Tool("pkg-config", $"--with-path={Path.Combine(Wine.Library, "pkgconfig")}", "--cflags", "--libs", "pix2pix_realtime").Trim().Split(' ');
        Tool(Compiler, [.. Standard, "-o", _run.At("stress.exe"), Source("stress.c"), .. flags, "-lpsapi"]);
        Place(_run.Folder);
        File.WriteAllText(_run.At("broken.onnx"), "broken");
        var (code, output, errors) = Start(_run.At("stress.exe"), "together", WindowsPath(_run.Model), WindowsPath(_run.At("broken.onnx")), "40");
        Assert.True(code == 0, output + errors);
        Assert.Equal($"{6 * (3 + 40 + 24) + 5} calls, 0 wrong", output.Trim());

        (code, output, errors) = Start(_run.At("stress.exe"), "ends", "2400");
        Assert.True(code == 0, output + errors);
        Assert.StartsWith("2400 calls, 0 wrong, ", output, StringComparison.Ordinal);

        // A thread has a kilobyte for its last error and eight for new objects; the collector lets four megabytes gather.
        var kilobytes = output.Trim().Split(' ')[^2..].Select(word => long.Parse(word, CultureInfo.InvariantCulture)).ToArray();
        Assert.InRange(kilobytes[1] - kilobytes[0], long.MinValue, 6 * 1024);
    }

    [Fact]
    public void Loaded_from_another_folder_it_finds_its_own_ONNX_Runtime_and_stays_after_FreeLibrary()
    {
        BuildGuest();

        // What Windows would find first: beside the program.
        File.WriteAllText(_run.At("onnxruntime.dll"), "another one");
        var (code, output, errors) = Start(_run.At("guest.exe"), "unload", WindowsPath(Path.Combine(Wine.Library, "libpix2pix_realtime.dll")), WindowsPath(_run.Model));
        Assert.True(code == 0, output + errors);
        Assert.Equal("still there", output.Trim());
    }

    [Fact]
    public void From_texture_to_texture_on_a_WGL_context_it_translates_as_through_memory()
    {
        BuildGuest();
        using var display = XvfbDisplay.Start();
        var (code, output, errors) = WineMachine.Run(Wine.Start("wine", display.Name, [_run.At("guest.exe"), "gl", WindowsPath(Path.Combine(Wine.Library, "libpix2pix_realtime.dll")), WindowsPath(_run.Model)]));
        Assert.True(code == 0, output + errors);
        Assert.Equal("the same picture", output.Trim());
    }

    [Fact]
    public void Its_start_chooses_a_cookie_and_initialises_each_thread_once()
    {
        Assert.NotNull(Wine);
        var runtime = ProjectFolder.Under("src", "Pix2Pix.Realtime.Native", "windows", "crt.c");
        Tool(Compiler, [.. Standard, "-fno-builtin", "-c", "-o", _run.At("crt.o"), runtime]);
        Tool(Compiler, [.. Standard, "-DLIBRARY", "-c", "-o", _run.At("start.o"), Source("start.c")]);
        Tool(Compiler, [.. Standard, "-o", _run.At("start.exe"), Source("start.c")]);
        string[] libraries = [.. ((string[])["libucrt.a", "libkernel32.a", "libgcc.a"]).Select(name => Tool(Compiler, $"-print-file-name={name}").Trim())];
        Tool("lld-link", ["/DLL", "/NODEFAULTLIB", $"/OUT:{_run.At("start.dll")}", _run.At("start.o"), _run.At("crt.o"), .. libraries]);
        string[] starts = [.. Enumerable.Range(0, 2).Select(_ => Start(_run.At("start.exe"), WindowsPath(_run.At("start.dll"))).Output.Trim())];

        // Both kinds of initialisers ran once; a thread's variable was initialised once in the thread that loaded it, in an older and in a newer one; one function ran at the end.
        Assert.All(starts, line => Assert.Matches("^[0-9a-f]{9,12} 11 1 1 1 1$", line));
        Assert.NotEqual(starts[0], starts[1]);
        Assert.DoesNotContain(starts, line => line.StartsWith("2b992ddfa232 ", StringComparison.Ordinal));
        Assert.Equal(StackOverrun, Start(_run.At("start.exe"), WindowsPath(_run.At("start.dll")), "overrun").ExitCode);
    }

    private static string Source(string name) => ProjectFolder.Under("tests", "Pix2Pix.Realtime.App.Tests", "Hosts", "Windows", name);

    private static void WriteNoise(string path, int side)
    {
        var pixels = new byte[side * side * 3];
        new Random(1).NextBytes(pixels);
        File.WriteAllBytes(path, [.. Encoding.ASCII.GetBytes($"P6\n{side} {side}\n255\n"), .. pixels]);
    }

    /// <summary>Runs a program of Linux and fails the test where it fails.</summary>
    private static string Tool(string program, params string[] arguments)
    {
        var (code, output, errors) = WineMachine.Run(new(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true });
        Assert.True(code == 0, $"{program} {string.Join(' ', arguments)}\n{output}{errors}");
        return output;
    }

    private (int ExitCode, string Output, string Errors) Start(string program, params string[] arguments) => Wine.RunTool("wine", [program, .. arguments]);

    /// <summary>The library's files beside a program.</summary>
    private void Place(string folder)
    {
        foreach (var file in Directory.GetFiles(Wine.Library, "*.dll"))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }
    }

    private void BuildGuest() => Tool(Compiler, [.. Standard, $"-I{Path.Combine(Wine.Library, "include")}", "-o", _run.At("guest.exe"), Source("guest.c"), "-lopengl32", "-lgdi32"]);
}
