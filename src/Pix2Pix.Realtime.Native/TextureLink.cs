namespace Pix2Pix.Realtime.Native;

/// <summary>A translator's way to the textures of one OpenGL context. Thread contract: the context's thread; a second thread waits.</summary>
internal sealed class TextureLink(Translator translator) : IDisposable
{
    private readonly Lock _gate = new();
    private GlTextures? _input;
    private GlTextures? _output;
    private bool _closed;

    /// <summary>Takes the functions of the caller's context into use.</summary>
    public void Attach(GlFunctions gl)
    {
        lock (_gate)
        {
            if (_closed)
            {
                throw Handles.Gone();
            }

            Free();
            (_input, _output) = (new GlTextures(gl), new GlTextures(gl));
        }
    }

    public void Translate(uint input, uint output, bool bottomUp)
    {
        lock (_gate)
        {
            Arguments.Require(input != output, "Expected two textures, found the same one twice.");
            var from = Attached(_input).Describe(input, bottomUp);
            var to = Attached(_output).Describe(output, bottomUp);
            _input!.Read(input, from);
            translator.Translate(from, to);
            _output!.Write(output, to);
        }
    }

    public ulong Submit(uint input, bool bottomUp)
    {
        lock (_gate)
        {
            var from = Attached(_input).Describe(input, bottomUp);
            _input!.Read(input, from);
            return translator.Submit(from);
        }
    }

    public bool TryGetLatest(uint output, bool bottomUp, out ulong number)
    {
        lock (_gate)
        {
            var to = Attached(_output).Describe(output, bottomUp);
            if (!translator.TryGetLatest(to, out number))
            {
                return false;
            }

            _output!.Write(output, to);
            return true;
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _closed = true;
            Free();
        }
    }

    private GlTextures Attached(GlTextures? textures) => _closed
        ? throw Handles.Gone()
        : textures ?? throw new StatusException(Status.NoContext, "Expected an attached OpenGL context, found none; call p2p_gl_attach first.");

    private void Free()
    {
        _input?.Dispose();
        _output?.Dispose();
        (_input, _output) = (null, null);
    }
}
