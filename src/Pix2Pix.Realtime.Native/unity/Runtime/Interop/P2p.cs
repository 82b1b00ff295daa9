using System;
using System.Runtime.InteropServices;

namespace Pix2Pix.Realtime.Unity.Interop
{
    /// <summary>The C library's functions as pix2pix_realtime.h declares them.</summary>
    public static class P2p
    {
        public const string Library = "libpix2pix_realtime";

        /// <summary>The version that this file was written for: major &lt;&lt; 16 | minor.</summary>
        public const uint Version = 0x00010003;

        [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
        public delegate IntPtr GlLoader(IntPtr user, IntPtr name);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern uint p2p_version();

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern P2pStatus p2p_create(in P2pOptions options, out ulong translator);

        /// <param name="path">UTF-8, ended by 0.</param>
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern P2pStatus p2p_load(ulong translator, byte[] path);

        /// <param name="seconds">1..86400; how long a load may take from now on.</param>
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern P2pStatus p2p_set_load_limit(ulong translator, uint seconds);

        /// <param name="range">UTF-8, ended by 0: "auto", "0..1" and so on, for other programs' models.</param>
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern P2pStatus p2p_set_range(ulong translator, byte[] range);

        /// <param name="colors">3 bytes (RGB) a class, in the order of the model's channels.</param>
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern P2pStatus p2p_set_classes(ulong translator, byte[] colors, int count);

        /// <param name="text">Becomes sentences in UTF-8, one a line, ended by 0.</param>
        /// <param name="size">Bytes of it.</param>
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern P2pStatus p2p_get_assumptions(ulong translator, byte[] text, int size);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern P2pStatus p2p_style_count(ulong translator, out int count);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern P2pStatus p2p_style_info(ulong translator, int index, ref P2pStyleValue value);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern P2pStatus p2p_set_style(ulong translator, float[] values, int count);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern P2pStatus p2p_get_info(ulong translator, ref P2pInfo info);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern P2pStatus p2p_get_stats(ulong translator, ref P2pStats stats);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern P2pStatus p2p_translate(ulong translator, in P2pImage input, in P2pImage output);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern P2pStatus p2p_submit(ulong translator, in P2pImage input, out ulong sequence);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern P2pStatus p2p_try_get_latest(ulong translator, in P2pImage output, out ulong sequence);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern P2pStatus p2p_cancel(ulong translator);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern P2pStatus p2p_gl_attach(ulong translator, GlLoader loader, IntPtr user);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern P2pStatus p2p_gl_translate(ulong translator, uint inputTexture, uint outputTexture, uint flags);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern P2pStatus p2p_gl_submit(ulong translator, uint inputTexture, uint flags, out ulong sequence);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern P2pStatus p2p_gl_try_get_latest(ulong translator, uint outputTexture, uint flags, out ulong sequence);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern IntPtr p2p_last_error();

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern P2pStatus p2p_destroy(ulong translator);
    }
}
