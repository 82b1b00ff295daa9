#version 430 core
// CardAddition: the sum of two tensors, each after its norm and activation.

layout(local_size_x = 64) in;

uniform int uCount;
uniform int uGroups;
uniform bool uFirstNorm;
uniform bool uSecondNorm;
uniform vec2 uSlopes;

layout(std430, binding = 0) readonly restrict buffer First { STORED first[]; };
layout(std430, binding = 1) readonly restrict buffer FirstNorm { vec4 firstNorm[]; };
layout(std430, binding = 2) readonly restrict buffer Second { STORED second[]; };
layout(std430, binding = 3) readonly restrict buffer SecondNorm { vec4 secondNorm[]; };
layout(std430, binding = 4) writeonly restrict buffer Result { STORED result[]; };

void main()
{
    int i = int(gl_GlobalInvocationID.x);
    if (i >= uCount)
    {
        return;
    }

    int group = i % uGroups;
    vec4 a = LOAD(first[i]);
    vec4 b = LOAD(second[i]);
    if (uFirstNorm)
    {
        a = a * firstNorm[group * 2] + firstNorm[group * 2 + 1];
    }

    if (uSecondNorm)
    {
        b = b * secondNorm[group * 2] + secondNorm[group * 2 + 1];
    }

    vec4 sum = max(a, a * uSlopes.x) + max(b, b * uSlopes.y);
    result[i] = STORE(sum);
}
