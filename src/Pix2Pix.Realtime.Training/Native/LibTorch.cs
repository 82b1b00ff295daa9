using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Pix2Pix.Realtime.Files;
using Pix2Pix.Realtime.Processes;
using TorchSharp;

namespace Pix2Pix.Realtime.Training.Native;

/// <summary>Loads libtorch before TorchSharp's first use, also where the system's C++ library is older than the one that TorchSharp was built with.</summary>
/// <remarks>
/// TorchSharp's native library asks for <c>GLIBCXX_3.4.32</c> (GCC 13); Debian 12 and Ubuntu 22.04 stop at 3.4.30. The need is nominal: no relocation uses
/// a symbol of that version. There a copy is loaded in which that one need is weak; the original, which may be a link into the package cache, stays untouched.
/// Thread contract: any thread.
/// </remarks>
internal static class LibTorch
{
    private const string NeededVersion = "GLIBCXX_3.4.32";

    /// <summary>A function that entered the C++ library with <see cref="NeededVersion"/>.</summary>
    private const string NeededVersionsMark = "_ZSt21ios_base_library_initv";

    private const string WaitPolicy = "OMP_WAIT_POLICY";

    /// <summary>Looks at a flag before a waiting thread sleeps: about a tenth of a millisecond.</summary>
    private const string ShortSpin = "2000";

    private static readonly Lazy<string> Loaded = new(LoadOnce);

    /// <summary>Loads libtorch; the second and later calls do nothing.</summary>
    /// <exception cref="UserException">It can't be loaded; the message says why.</exception>
    public static void Load() => _ = Loaded.Value;

    /// <summary>Loads libtorch for a process that trains and shares the machine with little else: a step of width 32 then takes an eighth less time on two cores.</summary>
    /// <remarks>Beside one busy core it takes a quarter more, so not for a run that is watched in the window. After <see cref="Load"/> it changes nothing.</remarks>
    /// <exception cref="UserException">It can't be loaded; the message says why.</exception>
    public static void LoadForTraining()
    {
        LetWaitingThreadsSpinShortly();
        Load();
    }

    /// <summary>Describes whether libtorch loads, from where, and why or why not.</summary>
    public static string DescribeForDoctor()
    {
        try
        {
            // Before torch is touched: its type initialiser loads the library that the workaround replaces.
            Load();
            return NativeTexts.Loads(torch.__version__, Loaded.Value, torch.get_num_threads(), DescribeCuda());
        }
        catch (UserException fault)
        {
            return NativeTexts.DoesNotLoad(fault.Message);
        }
    }

    /// <summary>A driver may be there and its libraries not: one convolution, which loads cuDNN, shows it.</summary>
    private static string DescribeCuda()
    {
        if (!torch.cuda.is_available())
        {
            return NativeTexts.NotAvailable;
        }

        try
        {
            const int side = 8;
            using var scope = torch.NewDisposeScope();
            var picture = torch.ones([1, 1, side, side], device: torch.CUDA);
            torch.nn.functional.conv2d(picture, torch.ones([1, 1, 3, 3], device: torch.CUDA)).cpu();
            return NativeTexts.Available;
        }
        catch (ExternalException fault)
        {
            return NativeTexts.AvailableButUnusable(fault.Message.Split('\n')[0]);
        }
    }

    private static string LoadOnce()
    {
        var folder = FindFolder();
        try
        {
            LetWaitingThreadsSleep();
            var how = OperatingSystem.IsLinux() ? LoadOnLinux(folder) : LoadElsewhere(folder);
            torch.InitializeDeviceType(DeviceType.CPU);
            return how;
        }
        catch (Exception fault) when (fault is DllNotFoundException or TypeInitializationException or BadImageFormatException or NotSupportedException)
        {
            throw new UserException(
                NativeTexts.LoadingFailed(folder, fault.GetBaseException().Message, NeededVersion),
                fault);
        }
    }

    private static string LoadOnLinux(string folder)
    {
        // Its run path is its own folder, so the libraries that libtorch.so needs come with it; TorchSharp's then finds them all by name.
        NativeLibrary.Load(Path.Combine(folder, "libtorch.so"));
        TellFaultsOnly(folder);
        var original = Path.Combine(folder, "libLibTorchSharp.so");
        var cppLibrary = NativeLibrary.Load("libstdc++.so.6");
        if (NativeLibrary.TryGetExport(cppLibrary, NeededVersionsMark, out _))
        {
            NativeLibrary.Load(original);
            return NativeTexts.AsItIs(folder);
        }

        var patched = File.ReadAllBytes(original);
        var name = $"{Convert.ToHexStringLower(SHA256.HashData(patched))[..16]}-libLibTorchSharp.so";
        if (!VersionNeeds.MarkWeak(patched, NeededVersion))
        {
            NativeLibrary.Load(original);
            return NativeTexts.AsItIs(folder);
        }

        return LoadCopy(patched, name);
    }

    /// <summary>
    /// On some processors libtorch complains several times a step that one of its parts (NNPACK) can't use them, and goes on with another: nothing to bother anybody with. It reads the
    /// variable only when it is asked to; a user's own choice stays.
    /// </summary>
    private static unsafe void TellFaultsOnly(string folder)
    {
        NativeEnvironment.SetDefault("TORCH_CPP_LOG_LEVEL", "ERROR");

        // c10::initLogging()
        if (NativeLibrary.TryGetExport(NativeLibrary.Load(Path.Combine(folder, "libc10.so")), "_ZN3c1011initLoggingEv", out var begin))
        {
            ((delegate* unmanaged<void>)begin)();
        }
    }

    /// <summary>
    /// OpenMP's threads spin while they wait for each other, which on a busy machine makes a step twenty times slower: a spinning thread holds the core that the
    /// awaited thread needs. A user's own choice stays.
    /// </summary>
    private static void LetWaitingThreadsSleep() => NativeEnvironment.SetDefault(WaitPolicy, "passive");

    /// <summary>
    /// A thread that sleeps is woken some 600 times a step, which costs more than the wait. GNU's OpenMP, libtorch's on Linux, can look for its work a little while before it sleeps.
    /// </summary>
    private static void LetWaitingThreadsSpinShortly()
    {
        if (Environment.GetEnvironmentVariable(WaitPolicy) is null)
        {
            NativeEnvironment.SetDefault("GOMP_SPINCOUNT", ShortSpin);
        }
    }

    private static string LoadCopy(byte[] library, string name)
    {
        var folder = UserFolders.Cache();
        var path = Path.Combine(folder, name);
        try
        {
            // Its code is about to run here: it must be this very library, and nobody else's to change.
            if (!PrivateFile.Holds(path, library))
            {
                Directory.CreateDirectory(folder);
                AtomicFile.Write(path, stream => stream.Write(library));
            }

            NativeLibrary.Load(path);
            return NativeTexts.ThroughCopy(path, NeededVersion);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // A library in use needs no name, so the private copy leaves nothing behind.
            var temporary = Directory.CreateTempSubdirectory("pix2pix-");
            File.WriteAllBytes(Path.Combine(temporary.FullName, name), library);
            NativeLibrary.Load(Path.Combine(temporary.FullName, name));
            temporary.Delete(recursive: true);
            return NativeTexts.ThroughTemporaryCopy(NeededVersion, folder);
        }
    }

    private static string LoadElsewhere(string folder)
    {
        // NVIDIA's libraries look for each other by name alone, where an older one of another program may be found first.
        Environment.SetEnvironmentVariable("PATH", $"{folder}{Path.PathSeparator}{Environment.GetEnvironmentVariable("PATH")}");
        foreach (var name in new[] { "torch_cpu.dll", "LibTorchSharp.dll" })
        {
            NativeLibrary.Load(Path.Combine(folder, name));
        }

        return NativeTexts.AsItIs(folder);
    }

    /// <summary>The program's own folder, else (for the tests, which don't copy libtorch a second time) that of the training program beside it.</summary>
    private static string FindFolder()
    {
        var own = Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory);
        var beside = Path.Combine(own, "..", "..", "Pix2Pix.Realtime.Training", Path.GetFileName(own));
        var library = OperatingSystem.IsWindows() ? "torch.dll" : "libtorch.so";
        var system = OperatingSystem.IsWindows() ? "win-x64" : "linux-x64";
        string[] folders = [own, Path.Combine(own, "runtimes", system, "native"), Path.Combine(beside, "runtimes", system, "native")];
        return folders.Select(Path.GetFullPath).FirstOrDefault(folder => File.Exists(Path.Combine(folder, library)))
            ?? throw new UserException(NativeTexts.NoLibrary(library, folders[1]));
    }
}
