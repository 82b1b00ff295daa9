#version 430 core
// CardSpeed: nothing but reading and writing.

layout(local_size_x = 256) in;

layout(std430, binding = 0) readonly restrict buffer From { vec4 from[]; };
layout(std430, binding = 1) writeonly restrict buffer To { vec4 to[]; };

void main()
{
    to[gl_GlobalInvocationID.x] = from[gl_GlobalInvocationID.x];
}
