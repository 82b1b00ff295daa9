function love.conf(t)
    t.identity = "pix2pix-street"
    t.version = "11.4"
    t.window.title = "Street painter"
    t.window.width, t.window.height = 960, 540
    t.modules.audio, t.modules.sound, t.modules.physics, t.modules.joystick = false, false, false, false
end
