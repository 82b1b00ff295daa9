-- Street painter: click walls, windows and doors onto four houses; what is painted becomes a facade while the mouse still moves.
-- A house with four windows and a door gets a flag; when all four have one, the street is done.
local House = require("house")
local Translator = require("pix2pix")

local SCALE, GAP, GROUND = 1.25, 20, 470
local houses, translator, styles, selected, walker = {}, nil, {}, 2, { x = 60, step = 0 }
local underway, log = nil, nil

local function note(...)
    if log then
        log:write(table.concat({ ... }, " "), "\n")
        log:flush()
    end
end

-- Files beside the game, or where this project keeps them.
local function find(variable, name)
    local game = love.filesystem.getSource()
    return os.getenv(variable) or (game .. "/../../../" .. name)
end

function love.load()
    log = os.getenv("PIX2PIX_LOG") and io.open(os.getenv("PIX2PIX_LOG"), "w")
    local library = find("PIX2PIX_LIBRARY", "artifacts/publish/Pix2Pix.Realtime.Native/release_linux-x64/libpix2pix_realtime.so")
    translator = Translator.new(library, find("PIX2PIX_MODEL", "sample-scenes/facades.onnx"))
    styles = translator:style_values()
    for i = 1, 4 do
        houses[i] = House.new(translator.width, translator.height, i)
        houses[i]:restyle(styles, 0)
    end
    love.graphics.setBackgroundColor(0.55, 0.72, 0.9)
    note("ready", translator.width, translator.height)
end

-- What the walker sees: he stays in the middle, as far as the street allows.
local function scroll()
    local length = #houses * (translator.width * SCALE + GAP) + GAP
    return math.max(0, math.min(walker.x - love.graphics.getWidth() / 2, length - love.graphics.getWidth()))
end

local function place(i)
    return GAP + (i - 1) * (translator.width * SCALE + GAP) - scroll(), GROUND - translator.height * SCALE
end

-- The house under a point of the window, and where on it.
local function pick(x, y)
    for i, house in ipairs(houses) do
        local left, top = place(i)
        local u, v = (x - left) / SCALE, (y - top) / SCALE
        if u >= 0 and v >= 0 and u < house.width and v < house.height then
            return house, u, v
        end
    end
end

local function paint(x, y)
    local house, u, v = pick(x, y)
    if house then
        house:stamp(House.classes[selected], u, v)
    end
end

-- One house at a time is under way: the first dirty one goes next. The frame never waits.
local function translate()
    if underway then
        local number = translator:latest(underway.facade)
        if number then
            underway:show()
            underway.isShown = true
            note("translated", underway.index, number, string.format("%.1f", translator:milliseconds()))
            underway = nil
        end
    end
    for i, house in ipairs(houses) do
        if not underway and house.isDirty then
            house.isDirty, house.index, underway = false, i, house
            house.labelImage:replacePixels(house.labels)
            if #styles > 0 then
                translator:set_style(house.style)
            end
            translator:submit(house.labels)
        end
    end
end

function love.update(delta)
    local way = (love.keyboard.isDown("right") and 1 or 0) - (love.keyboard.isDown("left") and 1 or 0)
    walker.x = math.max(20, math.min(walker.x + way * 260 * delta, #houses * (translator.width * SCALE + GAP)))
    walker.step = way == 0 and 0 or walker.step + delta * 9
    translate()
end

local function drawWalker()
    local x, swing = walker.x - scroll(), math.sin(walker.step) * 9
    love.graphics.setColor(0.15, 0.15, 0.2)
    love.graphics.setLineWidth(4)
    love.graphics.line(x, GROUND + 14, x - swing, GROUND + 40)
    love.graphics.line(x, GROUND + 14, x + swing, GROUND + 40)
    love.graphics.setColor(0.85, 0.25, 0.2)
    love.graphics.rectangle("fill", x - 8, GROUND - 12, 16, 28, 4)
    love.graphics.setColor(0.95, 0.8, 0.65)
    love.graphics.circle("fill", x, GROUND - 20, 9)
end

function love.draw()
    love.graphics.setColor(0.42, 0.42, 0.45)
    love.graphics.rectangle("fill", 0, GROUND, love.graphics.getWidth(), love.graphics.getHeight())
    local homes, labels = 0, love.keyboard.isDown("tab")
    for i, house in ipairs(houses) do
        local left, top = place(i)
        love.graphics.setColor(1, 1, 1)
        love.graphics.draw((labels or not house.isShown) and house.labelImage or house.facadeImage, left, top, 0, SCALE)
        if house:isHome() then
            homes = homes + 1
            love.graphics.setColor(0.9, 0.2, 0.2)
            love.graphics.polygon("fill", left + 20, top - 34, left + 56, top - 24, left + 20, top - 14)
            love.graphics.rectangle("fill", left + 17, top - 36, 3, 40)
        end
    end
    drawWalker()
    for i, class in ipairs(House.classes) do
        love.graphics.setColor(class[1] / 255, class[2] / 255, class[3] / 255)
        love.graphics.rectangle("fill", 10 + (i - 1) * 84, 10, 78, 26, 4)
        love.graphics.setColor(1, 1, 1, i == selected and 1 or 0.55)
        love.graphics.printf(i .. " " .. class.name, 10 + (i - 1) * 84, 16, 78, "center")
    end
    love.graphics.setColor(1, 1, 1)
    local words = homes == #houses and "the street is done!" or string.format("%d of %d houses are homes: four windows and a door each", homes, #houses)
    local keys = "arrows walk, Tab shows the labels" .. (#styles > 0 and ", S gives a house another style" or "")
    love.graphics.print(words .. string.format("   %.0f ms a facade   ", translator:milliseconds()) .. keys, 10, 514)
end

function love.mousepressed(x, y)
    if y < 40 then
        selected = math.max(1, math.min(math.floor((x - 10) / 84) + 1, #House.classes))
    else
        paint(x, y)
    end
end

function love.mousemoved(x, y)
    if love.mouse.isDown(1) and (House.classes[selected].name == "wall" or House.classes[selected].name == "sky") then
        paint(x, y)
    end
end

function love.keypressed(key)
    selected = House.classes[tonumber(key)] and tonumber(key) or selected
    local house = pick(love.mouse.getPosition())
    if key == "s" and house then
        house:restyle(styles, 0.5)
        note("style", unpack(house.style))
    elseif key == "escape" then
        love.event.quit()
    end
end

function love.quit()
    translator:destroy()
end
