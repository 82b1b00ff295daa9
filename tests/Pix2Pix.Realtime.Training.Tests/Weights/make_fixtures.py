"""Makes the fixtures beside this file: small generators with random weights, named and saved as pix2pix's PyTorch code does, each with an input and
PyTorch's own answer to it. Run by hand where PyTorch is: python3 make_fixtures.py"""
import os

import torch
from torch import nn


class Level(nn.Module):
    """One level of the U-Net: its layers in one sequence, with the level below among them."""

    def __init__(self, layers, outermost=False):
        super().__init__()
        self.model = nn.Sequential(*layers)
        self.outermost = outermost

    def forward(self, x):
        return self.model(x) if self.outermost else torch.cat([x, self.model(x)], 1)


class Whole(nn.Module):
    def __init__(self, model):
        super().__init__()
        self.model = model

    def forward(self, x):
        return self.model(x)


class Block(nn.Module):
    def __init__(self, layers):
        super().__init__()
        self.conv_block = nn.Sequential(*layers)

    def forward(self, x):
        return x + self.conv_block(x)


def norm_of(kind):
    return {"batch": nn.BatchNorm2d, "instance": nn.InstanceNorm2d, "none": lambda channels: nn.Identity()}[kind]


def unet(width, depth, kind):
    norm, bias = norm_of(kind), kind == "instance"
    channels = [width * min(8, 2 ** level) for level in range(depth)]
    below = None
    for level in range(depth - 1, 0, -1):
        outer, inner = channels[level - 1], channels[level]
        down = nn.Conv2d(outer, inner, 4, 2, 1, bias=bias)
        if below is None:
            layers = [nn.LeakyReLU(0.2), down, nn.ReLU(), nn.ConvTranspose2d(inner, outer, 4, 2, 1, bias=bias), norm(outer)]
        else:
            up = nn.ConvTranspose2d(inner * 2, outer, 4, 2, 1, bias=bias)
            layers = [nn.LeakyReLU(0.2), down, norm(inner), below, nn.ReLU(), up, norm(outer)]
        below = Level(layers)
    first = nn.Conv2d(3, width, 4, 2, 1, bias=bias)
    return Whole(Level([first, below, nn.ReLU(), nn.ConvTranspose2d(width * 2, 3, 4, 2, 1), nn.Tanh()], outermost=True))


def resnet(width, blocks, kind, dropout):
    norm, bias = norm_of(kind), kind == "instance"
    layers = [nn.ReflectionPad2d(3), nn.Conv2d(3, width, 7, bias=bias), norm(width), nn.ReLU()]
    for level in (1, 2):
        layers += [nn.Conv2d(width * level, width * level * 2, 3, 2, 1, bias=bias), norm(width * level * 2), nn.ReLU()]
    wide = width * 4
    for _ in range(blocks):
        half = lambda: [nn.ReflectionPad2d(1), nn.Conv2d(wide, wide, 3, bias=bias), norm(wide)]
        layers.append(Block(half() + [nn.ReLU()] + ([nn.Dropout(0)] if dropout else []) + half()))
    for level in (4, 2):
        layers += [nn.ConvTranspose2d(width * level, width * level // 2, 3, 2, 1, 1, bias=bias), norm(width * level // 2), nn.ReLU()]
    return Whole(nn.Sequential(*layers, nn.ReflectionPad2d(3), nn.Conv2d(width, 3, 7), nn.Tanh()))


def save(name, network, legacy=False):
    for parameter in network.parameters():
        nn.init.normal_(parameter, 0, 0.2)
    x = torch.rand(1, 3, 32, 32) * 2 - 1
    state = network.state_dict()
    with torch.no_grad():
        # In training mode the batch of one is normed by its own statistics, as the page's pictures are.
        state = {**{key: value.clone() for key, value in state.items()}, "fixture.input": x, "fixture.output": network.train()(x)}
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "fixtures", name + ".pth")
    torch.save(state, path, _use_new_zipfile_serialization=not legacy)


if __name__ == "__main__":
    torch.manual_seed(1)
    save("unet-batch", unet(2, 5, "batch"))
    save("unet-batch-legacy", unet(2, 4, "batch"), legacy=True)
    save("unet-instance", unet(2, 4, "instance"))
    save("unet-none", unet(2, 4, "none"))
    save("resnet-instance", resnet(2, 3, "instance", dropout=False))
    save("resnet-batch-dropout", resnet(2, 2, "batch", dropout=True))
