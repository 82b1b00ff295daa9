using System;
using System.Runtime.InteropServices;
using Pix2Pix.Realtime.Unity.Interop;
using UnityEngine;

namespace Pix2Pix.Realtime.Unity
{
    /// <summary>OpenGL: textures are read and written by their names, on the render thread, where the context is. Inference is never there.</summary>
    internal sealed class TextureRoute : ITextureRoute
    {
        // One at a time is enough: the events of all translators go through the render thread in order.
        private static readonly RenderEvent Event = OnRenderEvent;
        private static readonly IntPtr EventAddress = Marshal.GetFunctionPointerForDelegate(Event);
        private static readonly object Gate = new object();
        private static readonly System.Collections.Generic.Dictionary<int, TextureRoute> Routes = new System.Collections.Generic.Dictionary<int, TextureRoute>();
        private static int _last;

        private readonly NativeTranslator _translator;
        private readonly int _id;
        private uint _input;
        private uint _output;
        private bool _isAttached;
        private string _fault;

        public TextureRoute(NativeTranslator translator)
        {
            _translator = translator;
            lock (Gate)
            {
                _id = ++_last;
                Routes[_id] = this;
            }
        }

        [UnmanagedFunctionPointer(CallingConvention.StdCall)]
        private delegate void RenderEvent(int id);

        public string Run(RenderTexture input, RenderTexture output)
        {
            lock (Gate)
            {
                _input = (uint)input.GetNativeTexturePtr();
                _output = (uint)output.GetNativeTexturePtr();
                if (_fault != null)
                {
                    return _fault;
                }
            }

            GL.IssuePluginEvent(EventAddress, _id);
            return null;
        }

        public void Dispose()
        {
            lock (Gate)
            {
                Routes.Remove(_id);
            }
        }

        [AOT.MonoPInvokeCallback(typeof(RenderEvent))]
        private static void OnRenderEvent(int id)
        {
            lock (Gate)
            {
                if (!Routes.TryGetValue(id, out var route))
                {
                    return;
                }

                try
                {
                    route.Exchange();
                }
                catch (Exception fault)
                {
                    // No exception may reach the engine's own thread.
                    route._fault = fault.Message;
                }
            }
        }

        private void Exchange()
        {
            if (!_isAttached)
            {
                _translator.Attach(GlFunctions.Default);
                _isAttached = true;
            }

            _translator.TryGetLatestTexture(_output);
            _translator.SubmitTexture(_input);
        }
    }
}
