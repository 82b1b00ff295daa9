extern alias unity;

using System.Reflection;
using System.Runtime.InteropServices;
using System.Xml.Linq;
using Pix2Pix.Realtime.Files;
using Pix2Pix.Realtime.Shared;
using Pix2Pix.Realtime.Tests.Shared;
using unity::Pix2Pix.Realtime.Unity.Interop;

namespace Pix2Pix.Realtime.Native.Tests;

/// <summary>The Unity package's own P/Invoke layer, as Unity would compile it, against the real library.</summary>
public sealed class UnityLayerTests : IDisposable
{
    private const int Width = 24;
    private const int Height = 16;

    private static bool _isResolved;

    private readonly TemporaryFolder _folder = new();

    public UnityLayerTests(PublishedLibrary library)
    {
        Assert.SkipWhen(library.Missing is not null, library.Missing ?? "");
        if (!_isResolved)
        {
            // Unity finds it by the package's plugin import settings, .NET by this.
            _isResolved = true;
            NativeLibrary.SetDllImportResolver(typeof(P2p).Assembly, (name, _, _) =>
                name == P2p.Library ? NativeLibrary.Load(Path.Combine(library.Folder, "libpix2pix_realtime.so")) : 0);
        }
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public unsafe void It_loads_translates_submits_and_fetches()
    {
        TwoLayerModel.Write(_folder.File("généré.onnx"), Width, Height, step: 7);
        using var translator = new NativeTranslator(threads: 1);
        translator.Load(_folder.File("généré.onnx"));
        Assert.Equal((Width, Height, 7), (translator.Info.Width, translator.Info.Height, translator.Info.Step));

        var (input, blocking, latest) = (new byte[Width * Height * 4], new byte[Width * Height * 4], new byte[Width * Height * 4]);
        new Random(1).NextBytes(input);
        fixed (byte* from = input, to = blocking, newest = latest)
        {
            translator.Translate((nint)from, Width, Height, (nint)to, Width, Height);
            Assert.Equal(1ul, translator.Submit((nint)from, Width, Height));
            while (!translator.TryGetLatest((nint)newest, Width, Height))
            {
                TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            }
        }

        Assert.Equal(blocking, latest);
        Assert.Equal((1u, 2ul, 1ul), (translator.Stats.Loads, translator.Stats.Translated, translator.Stats.Submitted));
    }

    [Fact]
    public void Its_exceptions_carry_the_library_s_sentence()
    {
        var translator = new NativeTranslator();
        var fault = Assert.Throws<Pix2PixException>(() => translator.Load("nowhere.onnx"));
        Assert.Equal(P2pStatus.BadGenerator, fault.Status);
        Assert.Contains("found no file at 'nowhere.onnx'", fault.Message, StringComparison.Ordinal);
        Assert.Equal(P2pStatus.NoContext, Assert.Throws<Pix2PixException>(() => translator.SubmitTexture(1)).Status);
        translator.Dispose();
        Assert.Equal(P2pStatus.InvalidHandle, Assert.Throws<Pix2PixException>(() => translator.Info).Status);
        translator.Dispose();
    }

    [Theory]
    [InlineData(typeof(P2pOptions), typeof(NativeOptions))]
    [InlineData(typeof(P2pInfo), typeof(NativeInfo))]
    [InlineData(typeof(P2pImage), typeof(NativeImage))]
    [InlineData(typeof(P2pStats), typeof(NativeStats))]
    public void Its_structs_lie_in_memory_as_the_library_s_do(Type package, Type library)
    {
        Assert.Equal(Marshal.SizeOf(library), Marshal.SizeOf(package));
        var fields = Fields(package);
        Assert.Equal(Fields(library).Select(field => Marshal.OffsetOf(library, field.Name)), fields.Select(field => Marshal.OffsetOf(package, field.Name)));
        Assert.Equal(Fields(library).Select(field => Marshal.SizeOf(Plain(field.FieldType))), fields.Select(field => Marshal.SizeOf(Plain(field.FieldType))));

        static FieldInfo[] Fields(Type type) => type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic);
        static Type Plain(Type type) => type.IsPointer ? typeof(nint) : type;
    }

    [Fact]
    public void Its_scripts_are_compiled_as_Unity_compiles_them()
    {
        var project = XDocument.Load(ProjectFolder.Under("tests", "Pix2Pix.Realtime.Unity.StandIns", "Pix2Pix.Realtime.Unity.StandIns.csproj"));
        Assert.Equal("9.0", project.Descendants("LangVersion").Single().Value);
        Assert.Equal("netstandard2.1", project.Descendants("TargetFramework").Single().Value);
        Assert.Contains(typeof(P2p).Assembly.GetReferencedAssemblies(), reference => reference.Name == "netstandard" && reference.Version == new Version(2, 1, 0, 0));
        Assert.NotNull(typeof(P2p).Assembly.GetType("Pix2Pix.Realtime.Unity.Pix2PixTranslator"));
    }

    [Fact]
    public void It_exports_every_function_that_the_header_names()
    {
        var header = File.ReadAllLines(Path.Combine(PublishedLibrary.Include, "pix2pix_realtime.h"));
        var named = header.Where(line => line.StartsWith("P2P_API", StringComparison.Ordinal)).Select(line => line[..line.IndexOf('(', StringComparison.Ordinal)].Split(' ')[^1]);
        Assert.Equal(named.Order(), typeof(P2p).GetMethods(BindingFlags.Static | BindingFlags.Public).Select(method => method.Name).Order());
    }
}
