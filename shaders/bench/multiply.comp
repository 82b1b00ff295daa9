#version 430 core
// CardSpeed: nothing but multiplications and additions, eight chains of them so that none waits for the one before.

layout(local_size_x = 256) in;

uniform int uRounds;

layout(std430, binding = 1) writeonly restrict buffer Result { vec4 result[]; };

void main()
{
    vec4 a = vec4(gl_GlobalInvocationID.x) * 1e-6;
    vec4 b = a + 0.1;
    vec4 c = a + 0.2;
    vec4 d = a + 0.3;
    vec4 e = a + 0.4;
    vec4 f = a + 0.5;
    vec4 g = a + 0.6;
    vec4 h = a + 0.7;
    for (int i = 0; i < uRounds; i++)
    {
        a = a * 0.99 + 0.01;
        b = b * 0.99 + 0.01;
        c = c * 0.99 + 0.01;
        d = d * 0.99 + 0.01;
        e = e * 0.99 + 0.01;
        f = f * 0.99 + 0.01;
        g = g * 0.99 + 0.01;
        h = h * 0.99 + 0.01;
    }

    result[gl_GlobalInvocationID.x] = a + b + c + d + e + f + g + h;
}
