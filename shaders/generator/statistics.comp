#version 430 core
// CardNorm: means and squares of all parts -> what brings four channels to the norm's scale and shift.

layout(local_size_x = 64) in;

uniform int uPixels;
uniform int uGroups;
uniform int uShare;
uniform int uParts;
uniform float uEpsilon;

layout(std430, binding = 1) readonly restrict buffer Parts { vec4 parts[]; };     // [part][group][mean, squares]
layout(std430, binding = 2) readonly restrict buffer Weights { vec4 weights[]; }; // [group][scale, shift]
layout(std430, binding = 3) writeonly restrict buffer Norm { vec4 norm[]; };      // [group][factor, summand]

float pixelsOf(int part)
{
    return float(min(uShare, uPixels - part * uShare));
}

void main()
{
    int group = int(gl_GlobalInvocationID.x);
    if (group >= uGroups)
    {
        return;
    }

    vec4 mean = vec4(0.0);
    for (int part = 0; part < uParts; part++)
    {
        mean += parts[(part * uGroups + group) * 2] * pixelsOf(part);
    }

    mean /= float(uPixels);
    vec4 squares = vec4(0.0);
    for (int part = 0; part < uParts; part++)
    {
        vec4 distance = parts[(part * uGroups + group) * 2] - mean;
        squares += parts[(part * uGroups + group) * 2 + 1] + distance * distance * pixelsOf(part);
    }

    vec4 factor = weights[group * 2] * inversesqrt(squares / float(uPixels) + uEpsilon);
    norm[group * 2] = factor;
    norm[group * 2 + 1] = weights[group * 2 + 1] - mean * factor;
}
