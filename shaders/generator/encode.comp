#version 430 core
// TextureEncoder: an RGBA picture -> a tensor of one group of channels; row 0 = top in both.

layout(local_size_x = 64) in;

uniform sampler2D uPicture;
uniform vec2 uRange; // what 0..1 is multiplied with, and what is added then

layout(std430, binding = 0) writeonly restrict buffer Tensor { STORED tensor[]; };

void main()
{
    int i = int(gl_GlobalInvocationID.x);
    if (i >= WIDTH * HEIGHT)
    {
        return;
    }

    vec4 color = texelFetch(uPicture, ivec2(i % WIDTH, i / WIDTH), 0);
#if CHANNELS == 1
    // ITU-R BT.601.
    color = vec4(dot(color.rgb, vec3(0.299, 0.587, 0.114)), 0.0, 0.0, 0.0);
#endif
    color = color * uRange.x + uRange.y;
#if CHANNELS == 1
    color.gba = vec3(0.0);
#elif CHANNELS == 3
    color.a = 0.0;
#endif
    tensor[i] = STORE(color);
}
