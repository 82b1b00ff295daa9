using System;
using System.Runtime.InteropServices;
using System.Text;

namespace Pix2Pix.Realtime.Unity.Interop
{
    /// <summary>One translator of the C library. Pictures are RGBA, 8 bits a channel, bottom row first, as Unity has them. Any thread.</summary>
    public sealed class NativeTranslator : IDisposable
    {
        private ulong _handle;

        /// <param name="threads">Within one translation; 0 = as many as help.</param>
        public NativeTranslator(int threads = 0)
        {
            var version = P2p.p2p_version();
            if (version >> 16 != P2p.Version >> 16)
            {
                throw new Pix2PixException(P2pStatus.Failed, $"Expected version {P2p.Version >> 16} of {P2p.Library}, found {version >> 16}; use the same version of package and library.");
            }

            Require(P2p.p2p_create(new P2pOptions { StructSize = (uint)Marshal.SizeOf<P2pOptions>(), Threads = threads }, out _handle));
        }

        /// <summary>The generator in use.</summary>
        public P2pInfo Info
        {
            get
            {
                var info = new P2pInfo { StructSize = (uint)Marshal.SizeOf<P2pInfo>() };
                Require(P2p.p2p_get_info(_handle, ref info));
                return info;
            }
        }

        public P2pStats Stats
        {
            get
            {
                var stats = new P2pStats { StructSize = (uint)Marshal.SizeOf<P2pStats>() };
                Require(P2p.p2p_get_stats(_handle, ref stats));
                return stats;
            }
        }

        /// <summary>Loads a generator and puts it in the place of the one in use; takes its time, so not on the main thread.</summary>
        public void Load(string path)
        {
            Require(P2p.p2p_load(_handle, Encoding.UTF8.GetBytes(path + "\0")));
        }

        /// <summary>What the style of the generator in use consists of; empty = it knows no styles.</summary>
        public StyleValue[] StyleValues
        {
            get
            {
                Require(P2p.p2p_style_count(_handle, out var count));
                var values = new StyleValue[count];
                for (var i = 0; i < count; i++)
                {
                    var value = new P2pStyleValue { StructSize = (uint)Marshal.SizeOf<P2pStyleValue>() };
                    Require(P2p.p2p_style_info(_handle, i, ref value));
                    values[i] = new StyleValue(Text(value.Name), Text(value.Label), value.Min, value.Max, value.Neutral);
                }

                return values;
            }
        }

        /// <summary>Sets the style of the translations that begin from now on; as many values as <see cref="StyleValues"/> has. Any thread.</summary>
        public void SetStyle(float[] values)
        {
            Require(P2p.p2p_set_style(_handle, values, values.Length));
        }

        /// <summary>Translates at once, on this thread.</summary>
        public void Translate(IntPtr input, int width, int height, IntPtr output, int outputWidth, int outputHeight)
        {
            Require(P2p.p2p_translate(_handle, Picture(input, width, height), Picture(output, outputWidth, outputHeight)));
        }

        /// <summary>Leaves a copy of the picture for the library's own thread.</summary>
        /// <returns>Its number.</returns>
        public ulong Submit(IntPtr input, int width, int height)
        {
            Require(P2p.p2p_submit(_handle, Picture(input, width, height), out var sequence));
            return sequence;
        }

        /// <summary>Fills the picture with the newest translation, if there is one that was not fetched.</summary>
        public bool TryGetLatest(IntPtr output, int width, int height)
        {
            return IsNew(P2p.p2p_try_get_latest(_handle, Picture(output, width, height), out _));
        }

        /// <summary>Ties it to the OpenGL context that is current on this thread.</summary>
        public void Attach(P2p.GlLoader loader)
        {
            Require(P2p.p2p_gl_attach(_handle, loader, IntPtr.Zero));
            GC.KeepAlive(loader);
        }

        /// <summary>As <see cref="Submit"/>, from a texture, on the context's thread. Both textures have the same row order, so none is named.</summary>
        public void SubmitTexture(uint texture)
        {
            Require(P2p.p2p_gl_submit(_handle, texture, P2pImage.BottomUp, out _));
        }

        /// <summary>As <see cref="TryGetLatest"/>, into a texture, on the context's thread.</summary>
        public bool TryGetLatestTexture(uint texture)
        {
            return IsNew(P2p.p2p_gl_try_get_latest(_handle, texture, P2pImage.BottomUp, out _));
        }

        public void Dispose()
        {
            if (_handle != 0)
            {
                P2p.p2p_destroy(_handle);
                _handle = 0;
            }
        }

        private static string Text(byte[] utf8)
        {
            return Encoding.UTF8.GetString(utf8, 0, Array.IndexOf(utf8, (byte)0));
        }

        private static P2pImage Picture(IntPtr pixels, int width, int height)
        {
            return new P2pImage
            {
                StructSize = (uint)Marshal.SizeOf<P2pImage>(), Flags = P2pImage.BottomUp, Width = width, Height = height, Stride = width * 4L, Pixels = pixels,
            };
        }

        private static bool IsNew(P2pStatus status)
        {
            if (status == P2pStatus.NothingNew)
            {
                return false;
            }

            Require(status);
            return true;
        }

        private static void Require(P2pStatus status)
        {
            if (status != P2pStatus.Ok)
            {
                throw new Pix2PixException(status, Marshal.PtrToStringUTF8(P2p.p2p_last_error()));
            }
        }
    }
}
