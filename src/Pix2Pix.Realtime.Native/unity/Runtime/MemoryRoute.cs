using System;
using System.Runtime.InteropServices;
using Pix2Pix.Realtime.Unity.Interop;
using Unity.Collections.LowLevel.Unsafe;
using UnityEngine;
using UnityEngine.Rendering;

namespace Pix2Pix.Realtime.Unity
{
    /// <summary>Direct3D, Metal, Vulkan: the input is read back when the GPU has it ready, the output is uploaded.</summary>
    internal sealed class MemoryRoute : ITextureRoute
    {
        private readonly NativeTranslator _translator;
        private Texture2D _staging;
        private IntPtr _pixels;
        private bool _isReading;
        private bool _isOver;
        private string _fault;

        public MemoryRoute(NativeTranslator translator)
        {
            _translator = translator;
        }

        public string Run(RenderTexture input, RenderTexture output)
        {
            if (!_isReading)
            {
                _isReading = true;
                AsyncGPUReadback.Request(input, 0, TextureFormat.RGBA32, OnRead);
            }

            try
            {
                Fetch(output);
            }
            catch (Pix2PixException fault)
            {
                _fault = fault.Message;
            }

            return _fault;
        }

        public void Dispose()
        {
            _isOver = true;
            Marshal.FreeHGlobal(_pixels);
            _pixels = IntPtr.Zero;
            if (_staging != null)
            {
                UnityEngine.Object.Destroy(_staging);
            }
        }

        private unsafe void OnRead(AsyncGPUReadbackRequest request)
        {
            _isReading = false;
            if (_isOver || request.hasError)
            {
                return;
            }

            try
            {
                var data = request.GetData<byte>();
                _translator.Submit((IntPtr)NativeArrayUnsafeUtility.GetUnsafeReadOnlyPtr(data), request.width, request.height);
            }
            catch (Pix2PixException fault)
            {
                _fault = fault.Message;
            }
        }

        private void Fetch(RenderTexture output)
        {
            var bytes = output.width * output.height * 4;
            if (_staging == null || _staging.width != output.width || _staging.height != output.height)
            {
                if (_staging != null)
                {
                    UnityEngine.Object.Destroy(_staging);
                }

                _staging = new Texture2D(output.width, output.height, TextureFormat.RGBA32, false);
                Marshal.FreeHGlobal(_pixels);
                _pixels = Marshal.AllocHGlobal(bytes);
            }

            if (_translator.TryGetLatest(_pixels, output.width, output.height))
            {
                _staging.LoadRawTextureData(_pixels, bytes);
                _staging.Apply(false);
                Graphics.Blit(_staging, output);
            }
        }
    }
}
