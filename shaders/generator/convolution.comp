#version 430 core
// CardConvolution: a convolution of any kind as a matrix product in tiles. One side of the product is gathered from the picture, where norm and
// activation are applied on the way; the other is the kernel. Everything in capitals comes from the layer.

layout(local_size_x = COLUMNS, local_size_y = ROWS) in;

uniform int uFirstTile; // of pixels: a layer may be computed in several parts

layout(std430, binding = 0) readonly restrict buffer Kernel { STORED kernel[]; }; // [tap][input channel][group of the round]
layout(std430, binding = 1) readonly restrict buffer Bias { vec4 bias[]; };       // [phase][group]
layout(std430, binding = 2) readonly restrict buffer First { STORED first[]; };   // [y][x][group]
#if FIRST_NORM
layout(std430, binding = 3) readonly restrict buffer FirstNorm { vec4 firstNorm[]; }; // [group][factor, summand]
#endif
#if SECOND_GROUPS > 0
layout(std430, binding = 4) readonly restrict buffer Second { STORED second[]; };
#if SECOND_NORM
layout(std430, binding = 5) readonly restrict buffer SecondNorm { vec4 secondNorm[]; };
#endif
#endif
#if SPLITS > 1
layout(std430, binding = 6) writeonly restrict buffer Parts { vec4 parts[]; };   // [part of the sum][y][x][group]
#else
layout(std430, binding = 6) writeonly restrict buffer Result { STORED result[]; }; // [y][x][group]
#endif

const int TILE_PIXELS = ROWS * PIXELS;
const int TILE_GROUPS = COLUMNS * GROUPS;
const int THREADS = ROWS * COLUMNS;

// A phase is every OUTPUT_STRIDE-th pixel both ways.
const int PHASE_WIDTH = OUTPUT_WIDTH / OUTPUT_STRIDE;
const int PHASE_PIXELS = PHASE_WIDTH * (OUTPUT_HEIGHT / OUTPUT_STRIDE);

// A round goes through the picture for one phase, or for all phases side by side as groups.
const int roundStarts[ROUNDS + 1] = int[ROUNDS + 1](ROUND_STARTS);
const ivec2 taps[TAP_COUNT] = ivec2[TAP_COUNT](TAPS);

// Two more than a row needs: the threads that write the rows of one pixel meet in no bank then.
shared vec4 sharedPixels[STEP][TILE_PIXELS + 2];
shared vec4 sharedKernel[STEP * 4][TILE_GROUPS];

// What each thread reads of a step, ahead of its turn: the GPU fetches it while the step before is multiplied.
const int PIXEL_READS = (TILE_PIXELS * STEP + THREADS - 1) / THREADS;
const int KERNEL_READS = (TILE_GROUPS * STEP * 4 + THREADS - 1) / THREADS;
vec4 nextPixels[PIXEL_READS];
vec4 nextKernel[KERNEL_READS];

vec4 read(int pixel, int group)
{
#if SECOND_GROUPS > 0
    if (group >= FIRST_GROUPS)
    {
        group -= FIRST_GROUPS;
        vec4 other = LOAD(second[pixel * SECOND_GROUPS + group]);
#if SECOND_NORM
        other = other * secondNorm[group * 2] + secondNorm[group * 2 + 1];
#endif
        return max(other, other * SECOND_SLOPE);
    }
#endif
    vec4 value = LOAD(first[pixel * FIRST_GROUPS + group]);
#if FIRST_NORM
    value = value * firstNorm[group * 2] + firstNorm[group * 2 + 1];
#endif
    return max(value, value * FIRST_SLOPE);
}

// The input pixel that a tap looks at from a pixel of the phase; nothing outside the picture but, where asked for, its mirror image.
vec4 gather(int pixel, ivec2 tap, int group)
{
    const ivec2 size = ivec2(INPUT_WIDTH, INPUT_HEIGHT);
    ivec2 at = ivec2(pixel % PHASE_WIDTH, pixel / PHASE_WIDTH) * INPUT_STRIDE + tap;
#if IS_MIRRORED
    at = size - 1 - abs(size - 1 - abs(at));
#endif
    bool inside = pixel < PHASE_PIXELS && all(greaterThanEqual(at, ivec2(0))) && all(lessThan(at, size));
    return inside ? read(at.y * INPUT_WIDTH + at.x, group) : vec4(0.0);
}

// Reads a step's pixels and weights; 0 beyond the end.
void fetch(int thread, int from, int end, int start, int firstPixel, int firstGroup)
{
    for (int n = 0; n < PIXEL_READS; n++)
    {
        int i = thread + n * THREADS;
        int at = from + i % STEP;
        int tap = at / INPUT_GROUPS;
        nextPixels[n] = at < end ? gather(firstPixel + i / STEP, taps[start + tap], at - tap * INPUT_GROUPS) : vec4(0.0);
    }

    for (int n = 0; n < KERNEL_READS; n++)
    {
        int i = thread + n * THREADS;
        int at = from * 4 + i / TILE_GROUPS;
        int group = firstGroup + i % TILE_GROUPS;
        bool inside = at < end * 4 && group < ROUND_GROUPS;
        nextKernel[n] = inside ? LOAD(kernel[(start * INPUT_GROUPS * 4 + at) * ROUND_GROUPS + group]) : vec4(0.0);
    }
}

void main()
{
    int thread = int(gl_LocalInvocationIndex);
    int column = int(gl_LocalInvocationID.x);
    int row = int(gl_LocalInvocationID.y);
    int firstPixel = (uFirstTile + int(gl_WorkGroupID.x)) * TILE_PIXELS;
    int firstGroup = int(gl_WorkGroupID.y) * TILE_GROUPS;
    int thisRound = int(gl_WorkGroupID.z) / SPLITS;
    int part = int(gl_WorkGroupID.z) % SPLITS;

    int start = roundStarts[thisRound];
    int depth = (roundStarts[thisRound + 1] - start) * INPUT_GROUPS;
    int share = ((depth + STEP - 1) / STEP + SPLITS - 1) / SPLITS * STEP;
    int end = min(depth, (part + 1) * share);

    vec4 sum[PIXELS][GROUPS];
    for (int p = 0; p < PIXELS; p++)
    {
        for (int g = 0; g < GROUPS; g++)
        {
            int group = firstGroup + column + g * COLUMNS;
            sum[p][g] = part == 0 && group < ROUND_GROUPS ? bias[thisRound * ROUND_GROUPS + group] : vec4(0.0);
        }
    }

    fetch(thread, part * share, end, start, firstPixel, firstGroup);
    for (int from = part * share; from < end; from += STEP)
    {
        for (int n = 0; n < PIXEL_READS; n++)
        {
            int i = thread + n * THREADS;
            if (i < TILE_PIXELS * STEP)
            {
                sharedPixels[i % STEP][i / STEP] = nextPixels[n];
            }
        }

        for (int n = 0; n < KERNEL_READS; n++)
        {
            int i = thread + n * THREADS;
            if (i < TILE_GROUPS * STEP * 4)
            {
                sharedKernel[i / TILE_GROUPS][i % TILE_GROUPS] = nextKernel[n];
            }
        }

        memoryBarrierShared();
        barrier();
        fetch(thread, from + STEP, end, start, firstPixel, firstGroup);
        for (int k = 0; k < STEP; k++)
        {
            vec4 pixels[PIXELS];
            for (int p = 0; p < PIXELS; p++)
            {
                pixels[p] = sharedPixels[k][row + p * ROWS];
            }

            for (int g = 0; g < GROUPS; g++)
            {
                vec4 a = sharedKernel[k * 4][column + g * COLUMNS];
                vec4 b = sharedKernel[k * 4 + 1][column + g * COLUMNS];
                vec4 c = sharedKernel[k * 4 + 2][column + g * COLUMNS];
                vec4 d = sharedKernel[k * 4 + 3][column + g * COLUMNS];
                for (int p = 0; p < PIXELS; p++)
                {
                    sum[p][g] += pixels[p].x * a + pixels[p].y * b + pixels[p].z * c + pixels[p].w * d;
                }
            }
        }

        barrier();
    }

    for (int p = 0; p < PIXELS; p++)
    {
        int pixel = firstPixel + row + p * ROWS;
        for (int g = 0; g < GROUPS; g++)
        {
            int group = firstGroup + column + g * COLUMNS;
            if (pixel < PHASE_PIXELS && group < ROUND_GROUPS)
            {
#if IS_JOINED
                int phase = group / OUTPUT_GROUPS;
                group = group % OUTPUT_GROUPS;
#else
                int phase = thisRound;
#endif
                ivec2 at = ivec2(pixel % PHASE_WIDTH, pixel / PHASE_WIDTH) * OUTPUT_STRIDE + ivec2(phase % OUTPUT_STRIDE, phase / OUTPUT_STRIDE);
                int place = (at.y * OUTPUT_WIDTH + at.x) * OUTPUT_GROUPS + group;
#if SPLITS > 1
                parts[part * OUTPUT_WIDTH * OUTPUT_HEIGHT * OUTPUT_GROUPS + place] = sum[p][g];
#else
#if HAS_TANH
                // Some drivers compute it by exponentials, which overflow.
                sum[p][g] = tanh(clamp(sum[p][g], -15.0, 15.0));
#endif
                result[place] = STORE(sum[p][g]);
#endif
            }
        }
    }
}
