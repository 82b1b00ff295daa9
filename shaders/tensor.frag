#version 330 core
// TensorPass: a planar tensor, one layer a channel, -1..1 -> an RGBA picture.

uniform sampler2DArray uTensor;

out vec4 color;

float channel(int layer)
{
    return texelFetch(uTensor, ivec3(ivec2(gl_FragCoord.xy), layer), 0).r * 0.5 + 0.5;
}

void main()
{
    int channels = textureSize(uTensor, 0).z;
    color = channels == 1 ? vec4(vec3(channel(0)), 1.0)
        : vec4(channel(0), channel(1), channel(2), channels == 4 ? channel(3) : 1.0);
}
