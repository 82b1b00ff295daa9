#!/usr/bin/env python3
"""Writes fixtures/losses.json: what PyTorch computes for each adversarial loss and for the gradient penalty. Made with torch 1.13: ./make_losses.py"""
import json
import pathlib

import torch
from torch import nn

torch.manual_seed(3)


def rounded(tensor):
    return [round(float(value), 9) for value in tensor.detach().flatten()]


def case(name, target, loss):
    answers = (torch.randn(2, 1, 3, 3) * 2).requires_grad_(True)
    value = loss(answers, torch.full_like(answers, target))
    value.backward()
    return {"loss": name, "target": target, "answers": rounded(answers), "value": float(value), "gradient": rounded(answers.grad)}


def penalty():
    critic = nn.Sequential(
        nn.Conv2d(4, 3, 4, 2, 1), nn.LeakyReLU(0.2), nn.Conv2d(3, 6, 4, 1, 1), nn.LeakyReLU(0.2), nn.Conv2d(6, 1, 4, 1, 1))
    real, translated, share = torch.randn(2, 4, 12, 12), torch.randn(2, 4, 12, 12), torch.rand(2, 1, 1, 1)
    mixed = (share * real + (1 - share) * translated).requires_grad_(True)
    scores = critic(mixed).mean([1, 2, 3])
    slope = torch.autograd.grad(scores.sum(), mixed, create_graph=True)[0].flatten(1).norm(2, dim=1)
    value = ((slope - 1) ** 2).mean()
    value.backward()
    return {
        "weights": {name: rounded(weight) for name, weight in critic.named_parameters()},
        "gradients": {name: rounded(weight.grad) for name, weight in critic.named_parameters() if weight.grad is not None},
        "real": rounded(real), "translated": rounded(translated), "share": rounded(share), "value": float(value),
    }


cases = [
    *[case("lsgan", target, nn.MSELoss()) for target in (1.0, 0.0, 1.17)],
    *[case("vanilla", target, nn.BCEWithLogitsLoss()) for target in (1.0, 0.0, 0.85)],
    case("wgan-gp", 1.0, lambda answers, _: -answers.mean()),
    case("wgan-gp", 0.0, lambda answers, _: answers.mean()),
]
folder = pathlib.Path(__file__).parent / "fixtures"
folder.mkdir(exist_ok=True)
(folder / "losses.json").write_text(json.dumps({"cases": cases, "penalty": penalty()}))
