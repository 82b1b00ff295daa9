using System;
using System.Runtime.InteropServices;

namespace Pix2Pix.Realtime.Unity.Interop
{
    /// <summary>Finds OpenGL's functions where the platform keeps them. The names stay in C's memory: nothing is copied.</summary>
    public static class GlFunctions
    {
        private static readonly P2p.GlLoader Loader = Find;

        /// <summary>Lives as long as the program, so that C may keep it.</summary>
        public static P2p.GlLoader Default
        {
            get { return Loader; }
        }

        [AOT.MonoPInvokeCallback(typeof(P2p.GlLoader))]
        private static IntPtr Find(IntPtr user, IntPtr name)
        {
            try
            {
                if (!RuntimeInformation.IsOSPlatform(OSPlatform.Windows))
                {
                    return glXGetProcAddressARB(name);
                }

                // Windows gives what is newer than OpenGL 1.1 from here, and the rest from the library itself.
                var address = wglGetProcAddress(name);
                return address != IntPtr.Zero ? address : GetProcAddress(GetModuleHandleW("opengl32.dll"), name);
            }
            catch (Exception)
            {
                // No exception may reach C; null says that there is none.
                return IntPtr.Zero;
            }
        }

        [DllImport("libGL.so.1")]
        private static extern IntPtr glXGetProcAddressARB(IntPtr name);

        [DllImport("opengl32.dll")]
        private static extern IntPtr wglGetProcAddress(IntPtr name);

        [DllImport("kernel32.dll", CharSet = CharSet.Unicode)]
        private static extern IntPtr GetModuleHandleW(string module);

        [DllImport("kernel32.dll")]
        private static extern IntPtr GetProcAddress(IntPtr module, IntPtr name);
    }
}
