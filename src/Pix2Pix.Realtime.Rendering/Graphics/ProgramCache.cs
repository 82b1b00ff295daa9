using System.Security.Cryptography;
using System.Text;
using Pix2Pix.Realtime.Files;
using Silk.NET.OpenGL;

namespace Pix2Pix.Realtime.Rendering.Graphics;

/// <summary>
/// Keeps linked programs as the driver's own binaries, so that the next start need not compile them. A file is named after driver and source, so a
/// new driver or an edited shader never meets an old binary. What can't be read, written or used is compiled as if it were not there. GL thread.
/// </summary>
/// <param name="folder">Made when the first program is kept.</param>
/// <param name="driver">The driver and its version, e.g. <see cref="GraphicsDevice.Renderer"/>.</param>
internal sealed class ProgramCache(string folder, string driver)
{
    /// <summary>Files that are kept; a generator has about twenty programs.</summary>
    private const int MostFiles = 500;

    /// <summary>Programs that came from the folder.</summary>
    public int Found { get; private set; }

    /// <summary>Programs that were written to it.</summary>
    public int Kept { get; private set; }

    /// <returns>The linked program's name; 0 = there is none that this driver takes.</returns>
    internal unsafe uint Find(GL gl, string source)
    {
        byte[] file;
        try
        {
            file = RegularFile.ReadAllBytes(PathOf(source));
        }
        catch (Exception fault) when (fault is UserException or IOException or UnauthorizedAccessException)
        {
            return 0;
        }

        if (file.Length <= sizeof(int))
        {
            return 0;
        }

        var program = gl.CreateProgram();
        fixed (byte* binary = &file[sizeof(int)])
        {
            gl.ProgramBinary(program, (GLEnum)BitConverter.ToInt32(file), binary, (uint)(file.Length - sizeof(int)));
        }

        if (gl.GetProgram(program, ProgramPropertyARB.LinkStatus) == 0)
        {
            gl.DeleteProgram(program);
            return 0;
        }

        Found++;
        return program;
    }

    /// <summary>Keeps a program that was linked.</summary>
    internal unsafe void Keep(GL gl, string source, uint program)
    {
        var length = gl.GetProgram(program, (ProgramPropertyARB)GLEnum.ProgramBinaryLength);
        if (length <= 0 || gl.GetInteger(GLEnum.NumProgramBinaryFormats) == 0)
        {
            return;
        }

        var file = new byte[sizeof(int) + length];
        fixed (byte* binary = &file[sizeof(int)])
        {
            gl.GetProgramBinary(program, (uint)length, out var written, out GLEnum format, binary);
            BitConverter.TryWriteBytes(file, (int)format);
            Array.Resize(ref file, sizeof(int) + (int)written);
        }

        try
        {
            Directory.CreateDirectory(folder);
            Prune();
            AtomicFile.Write(PathOf(source), stream => stream.Write(file));
            Kept++;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // The next start compiles again.
        }
    }

    private string PathOf(string source) => Path.Combine(folder, $"{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{driver}\n{source}")))}.bin");

    private void Prune()
    {
        var files = new DirectoryInfo(folder).GetFiles("*.bin");
        foreach (var old in files.OrderByDescending(file => file.LastWriteTimeUtc).Skip(MostFiles))
        {
            Removal.Try(old.FullName);
        }
    }
}
