-- One house: a label map that is painted, and the facade that the generator makes of it.
local ffi = require("ffi")

local House = {}
House.__index = House

-- Colours of the facade palette, as bytes in memory order: red, green, blue, alpha.
House.classes = {
    { name = "wall", 0, 48, 255 }, { name = "window", 0, 128, 255, w = 30, h = 44 }, { name = "door", 0, 207, 255, w = 34, h = 64 },
    { name = "balcony", 191, 255, 64, w = 52, h = 20 }, { name = "cornice", 32, 255, 223, w = 256, h = 10 }, { name = "shop", 175, 0, 0, w = 96, h = 60 },
    { name = "sky", 0, 0, 223, w = 40, h = 40 },
}

function House.new(width, height, seed)
    local self = setmetatable({ width = width, height = height, isDirty = true, windows = 0, doors = 0 }, House)
    self.labels, self.facade = love.image.newImageData(width, height), love.image.newImageData(width, height)
    self:fill(House.classes[7], 0, 0, width, height)
    local top = 30 + (seed * 37) % 60
    self:fill(House.classes[1], 8, top, width - 16, height - top)
    self.labelImage, self.facadeImage = love.graphics.newImage(self.labels), love.graphics.newImage(self.facade)
    return self
end

-- Fills a rectangle of the label map, clipped to it.
function House:fill(class, x, y, width, height)
    local pixels = ffi.cast("uint8_t*", self.labels:getFFIPointer())
    for row = math.max(y, 0), math.min(y + height, self.height) - 1 do
        for column = math.max(x, 0), math.min(x + width, self.width) - 1 do
            local at = (row * self.width + column) * 4
            pixels[at], pixels[at + 1], pixels[at + 2], pixels[at + 3] = class[1], class[2], class[3], 255
        end
    end
    self.isDirty = true
end

-- Stamps a part so that the point is its middle; a door and a shop stand on the ground.
function House:stamp(class, x, y)
    local width, height = class.w or 24, class.h or 24
    local top = (class.name == "door" or class.name == "shop") and self.height - height or math.floor(y - height / 2)
    self:fill(class, math.floor(x - width / 2), top, width, height)
    self.windows = self.windows + (class.name == "window" and 1 or 0)
    self.doors = self.doors + (class.name == "door" and 1 or 0)
end

-- Gives the house a style of its own: each value lies around its neutral one, at most so far from it (a part of the value's range).
function House:restyle(values, distance)
    self.style = {}
    for i, value in ipairs(values) do
        self.style[i] = value.neutral + (love.math.random() * 2 - 1) * distance * (value.max - value.min)
    end
    self.isDirty = true
end

-- Somebody can live here.
function House:isHome()
    return self.windows >= 4 and self.doors >= 1
end

function House:show()
    self.facadeImage:replacePixels(self.facade)
end

return House
