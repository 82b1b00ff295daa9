#version 430 core
// TextureDecoder: a tensor of one group of channels -> an RGBA picture; row 0 = top in both.

layout(local_size_x = 8, local_size_y = 8) in;

layout(binding = 0, rgba8) writeonly uniform restrict image2D uPicture;
uniform vec2 uRange; // what the tensor is multiplied with, and what is added then, to come to 0..1

layout(std430, binding = 0) readonly restrict buffer Tensor { STORED tensor[]; };

void main()
{
    ivec2 at = ivec2(gl_GlobalInvocationID.xy);
    ivec2 size = imageSize(uPicture);
    if (any(greaterThanEqual(at, size)))
    {
        return;
    }

    vec4 color = clamp(LOAD(tensor[at.y * size.x + at.x]) * uRange.x + uRange.y, 0.0, 1.0);
#if CHANNELS == 1
    color = vec4(color.rrr, 1.0);
#elif CHANNELS == 3
    color.a = 1.0;
#endif
    imageStore(uPicture, at, color);
}
