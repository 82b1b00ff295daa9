#version 430 core
// CardConvolution: adds up the parts of a sum that was cut, always in the same order.

layout(local_size_x = 64) in;

uniform int uCount;  // of the result
uniform int uParts;
uniform bool uTanh;

layout(std430, binding = 2) readonly restrict buffer Parts { vec4 parts[]; };
layout(std430, binding = 6) writeonly restrict buffer Result { STORED result[]; };

void main()
{
    int i = int(gl_GlobalInvocationID.x);
    if (i >= uCount)
    {
        return;
    }

    vec4 sum = vec4(0.0);
    for (int part = 0; part < uParts; part++)
    {
        sum += parts[part * uCount + i];
    }

    // Some drivers compute tanh by exponentials, which overflow.
    sum = uTanh ? tanh(clamp(sum, -15.0, 15.0)) : sum;
    result[i] = STORE(sum);
}
