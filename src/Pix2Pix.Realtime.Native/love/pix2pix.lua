-- The C library through LuaJIT's ffi: a translator that takes ImageData and fills ImageData, and never holds a frame up.
local ffi = require("ffi")

ffi.cdef [[
typedef struct { uint32_t struct_size; int32_t provider, threads, width, height; } p2p_options;
typedef struct { uint32_t struct_size; int32_t width, height, input_channels, output_channels, output_width, output_height, reserved; int64_t step; } p2p_info;
typedef struct { uint32_t struct_size, flags; int32_t width, height; int64_t stride; void *pixels; int32_t format; } p2p_image;
typedef struct { uint32_t struct_size, loads; uint64_t translated, submitted, dropped; double last_ms, mean_ms; } p2p_stats;
typedef struct { uint32_t struct_size; float min, max, neutral; char name[48], label[64]; } p2p_style_value;
uint32_t p2p_version(void);
int p2p_create(const p2p_options *options, uint64_t *translator);
int p2p_load(uint64_t translator, const char *path);
int p2p_get_info(uint64_t translator, p2p_info *info);
int p2p_style_count(uint64_t translator, int32_t *count);
int p2p_style_info(uint64_t translator, int32_t index, p2p_style_value *value);
int p2p_set_style(uint64_t translator, const float *values, int32_t count);
int p2p_get_stats(uint64_t translator, p2p_stats *stats);
int p2p_submit(uint64_t translator, const p2p_image *input, uint64_t *sequence);
int p2p_try_get_latest(uint64_t translator, const p2p_image *output, uint64_t *sequence);
int p2p_destroy(uint64_t translator);
const char *p2p_last_error(void);
]]

local NOTHING_NEW = 6
local Translator = {}
Translator.__index = Translator

-- Raises the library's own sentence; the 2 blames the caller's line.
local function check(library, status)
    if status ~= 0 then
        error("pix2pix: " .. ffi.string(library.p2p_last_error()), 3)
    end
end

local function picture(data)
    local width, height = data:getDimensions()
    return ffi.new("p2p_image", ffi.sizeof("p2p_image"), 0, width, height, width * 4, data:getFFIPointer(), 0)
end

-- library: the shared library's file; model: an .onnx file.
function Translator.new(library, model)
    local self = setmetatable({ library = ffi.load(library), handle = ffi.new("uint64_t[1]"), sequence = ffi.new("uint64_t[1]") }, Translator)
    assert(bit.rshift(self.library.p2p_version(), 16) == 1, "pix2pix: expected version 1 of the library")
    check(self.library, self.library.p2p_create(ffi.new("p2p_options", ffi.sizeof("p2p_options")), self.handle))
    check(self.library, self.library.p2p_load(self.handle[0], model))
    local info = ffi.new("p2p_info", ffi.sizeof("p2p_info"))
    check(self.library, self.library.p2p_get_info(self.handle[0], info))
    self.width, self.height = info.width, info.height
    return self
end

-- What the generator's style consists of: a list of { name, label, min, max, neutral }; empty when it knows no styles.
function Translator:style_values()
    local count, values = ffi.new("int32_t[1]"), {}
    check(self.library, self.library.p2p_style_count(self.handle[0], count))
    for i = 0, count[0] - 1 do
        local value = ffi.new("p2p_style_value", ffi.sizeof("p2p_style_value"))
        check(self.library, self.library.p2p_style_info(self.handle[0], i, value))
        values[i + 1] = { name = ffi.string(value.name), label = ffi.string(value.label), min = value.min, max = value.max, neutral = value.neutral }
    end
    return values
end

-- Sets the style of the next translations: a list of numbers, one for each of style_values.
function Translator:set_style(style)
    check(self.library, self.library.p2p_set_style(self.handle[0], ffi.new("float[?]", #style, style), #style))
end

-- Leaves a copy of the picture for the library's own thread; returns its number.
function Translator:submit(data)
    check(self.library, self.library.p2p_submit(self.handle[0], picture(data), self.sequence))
    return tonumber(self.sequence[0])
end

-- Fills data with the newest translation and returns its number; nil when there is none that was not fetched.
function Translator:latest(data)
    local status = self.library.p2p_try_get_latest(self.handle[0], picture(data), self.sequence)
    if status == NOTHING_NEW then
        return nil
    end
    check(self.library, status)
    return tonumber(self.sequence[0])
end

-- How long the last translation took, in milliseconds.
function Translator:milliseconds()
    local stats = ffi.new("p2p_stats", ffi.sizeof("p2p_stats"))
    check(self.library, self.library.p2p_get_stats(self.handle[0], stats))
    return stats.last_ms
end

function Translator:destroy()
    self.library.p2p_destroy(self.handle[0])
end

return Translator
