#version 430 core
// CardNorm: mean and sum of squared distances from it, of a part of the pixels, for SIDE groups of four channels side by side: neighbours read what lies
// together in memory. The mean comes first: the sum of squares alone would lose the digits of channels far from 0.

layout(local_size_x = SIDE, local_size_y = ROWS) in;

uniform int uPixels;
uniform int uGroups;
uniform int uShare; // pixels of a part

layout(std430, binding = 0) readonly restrict buffer Values { STORED values[]; }; // [pixel][group]
layout(std430, binding = 1) writeonly restrict buffer Parts { vec4 parts[]; };    // [part][group][mean, squares]

shared vec4 sums[ROWS][SIDE];

// The sum over all rows, for each of them.
vec4 total(vec4 mine)
{
    int row = int(gl_LocalInvocationID.y);
    int column = int(gl_LocalInvocationID.x);
    barrier();
    sums[row][column] = mine;
    for (int reach = ROWS / 2; reach > 0; reach /= 2)
    {
        memoryBarrierShared();
        barrier();
        if (row < reach)
        {
            sums[row][column] += sums[row + reach][column];
        }
    }

    memoryBarrierShared();
    barrier();
    return sums[0][column];
}

void main()
{
    int group = int(gl_GlobalInvocationID.x);
    int row = int(gl_LocalInvocationID.y);
    int part = int(gl_WorkGroupID.y);
    int first = part * uShare;
    int end = min(first + uShare, uPixels);
    int mine = group < uGroups ? end : 0;
    vec4 sum = vec4(0.0);
    for (int pixel = first + row; pixel < mine; pixel += ROWS)
    {
        sum += LOAD(values[pixel * uGroups + group]);
    }

    vec4 mean = total(sum) / float(end - first);
    vec4 squares = vec4(0.0);
    for (int pixel = first + row; pixel < mine; pixel += ROWS)
    {
        vec4 distance = LOAD(values[pixel * uGroups + group]) - mean;
        squares += distance * distance;
    }

    squares = total(squares);
    if (row == 0 && group < uGroups)
    {
        parts[(part * uGroups + group) * 2] = mean;
        parts[(part * uGroups + group) * 2 + 1] = squares;
    }
}
