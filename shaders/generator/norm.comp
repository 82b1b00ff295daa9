#version 430 core
// CardNorm: mean and variance of four channels over all pixels -> what brings them to the norm's scale and shift. The mean comes first: the sum of
// squares alone would lose the digits of channels far from 0.

#define THREADS 128

layout(local_size_x = THREADS) in;

uniform int uPixels;
uniform int uGroups;
uniform float uEpsilon;

layout(std430, binding = 0) readonly restrict buffer Values { STORED values[]; }; // [pixel][group]
layout(std430, binding = 1) readonly restrict buffer Weights { vec4 weights[]; }; // [group][scale, shift]
layout(std430, binding = 2) writeonly restrict buffer Norm { vec4 norm[]; };      // [group][factor, summand]

shared vec4 sums[THREADS];

// The sum over all threads, for each of them.
vec4 total(vec4 mine)
{
    int thread = int(gl_LocalInvocationIndex);
    barrier();
    sums[thread] = mine;
    for (int reach = THREADS / 2; reach > 0; reach /= 2)
    {
        memoryBarrierShared();
        barrier();
        if (thread < reach)
        {
            sums[thread] += sums[thread + reach];
        }
    }

    memoryBarrierShared();
    barrier();
    return sums[0];
}

void main()
{
    int group = int(gl_WorkGroupID.x);
    int thread = int(gl_LocalInvocationIndex);
    vec4 sum = vec4(0.0);
    for (int pixel = thread; pixel < uPixels; pixel += THREADS)
    {
        sum += LOAD(values[pixel * uGroups + group]);
    }

    vec4 mean = total(sum) / float(uPixels);
    vec4 squares = vec4(0.0);
    for (int pixel = thread; pixel < uPixels; pixel += THREADS)
    {
        vec4 distance = LOAD(values[pixel * uGroups + group]) - mean;
        squares += distance * distance;
    }

    vec4 variance = total(squares) / float(uPixels);
    if (thread == 0)
    {
        vec4 factor = weights[group * 2] * inversesqrt(variance + uEpsilon);
        norm[group * 2] = factor;
        norm[group * 2 + 1] = weights[group * 2 + 1] - mean * factor;
    }
}
