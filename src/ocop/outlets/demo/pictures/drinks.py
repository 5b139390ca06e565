"""Tea, coffee and honey."""

from __future__ import annotations

import math

from ocop.outlets.demo.pictures.canvas import Canvas, around


def tea(canvas: Canvas) -> None:
    """A cup of tea with steam, and a bud with two leaves."""
    canvas.leaf(98, 216, 96, 40, -28, "#4f8f5b", "#2f6b45")
    canvas.leaf(98, 216, 104, 42, 24, "#5a9c66", "#2f6b45")
    canvas.leaf(98, 216, 118, 18, -2, "#8fbf7f", "#5a8f58")
    canvas.line([(98, 214), (94, 246)], "#3f6f45", 3)
    canvas.shadow(250, 246, 160)
    for shift in (-22, 0, 22):
        wave = [(250 + shift + 6 * math.sin(y / 9), 120.0 - y) for y in range(0, 52, 4)]
        canvas.line(wave, "#fffaf0", 3)
    canvas.oval(250, 236, 160, 26, "#f3ead8")
    canvas.shape([(188, 148), (312, 148), (292, 222), (208, 222)], "#fbf6ea")
    canvas.oval(250, 222, 84, 18, "#fbf6ea")
    canvas.oval(250, 148, 124, 30, "#efe4cb")
    canvas.oval(250, 150, 108, 23, "#a9c04a")
    canvas.oval(238, 147, 46, 9, "#c4d46e")
    canvas.line([(204, 186), (296, 186)], "#2f6b4f", 2)


def coffee(canvas: Canvas) -> None:
    """A branch with ripe berries, and roasted beans."""
    canvas.line([(70, 84), (180, 112), (330, 92)], "#6e5236", 4)
    leaves = (
        (110, 94, -30),
        (160, 106, 28),
        (230, 106, -24),
        (290, 98, 26),
        (130, 100, 160),
        (262, 102, 200),
    )
    for x, y, turn in leaves:
        canvas.leaf(x, y, 56, 24, turn, "#3f7a4d", "#2f5f3d")
    for number, (x, y) in enumerate(((176, 126), (194, 118), (186, 140), (206, 136), (222, 122))):
        canvas.oval(x, y, 20, 20, ("#b3261e", "#c8452f", "#9c1f1a")[number % 3])
        canvas.oval(x - 4, y - 4, 6, 5, "#e59a8c")
    canvas.shadow(200, 252, 220)
    for number in range(24):
        _bean(canvas, number)


def _bean(canvas: Canvas, number: int) -> None:
    """One of the beans, laid in a spiral."""
    angle, far, turn = number * 2.4, math.sqrt(number), 37 * number
    x, y = 200 + 19.5 * far * math.cos(angle), 226 + 5.4 * far * math.sin(angle)
    canvas.oval(x, y, 30, 20, ("#5b3a21", "#6e4728", "#4c2f1a")[number % 3], turn)
    dx, dy = 11 * math.cos(math.radians(turn)), 11 * math.sin(math.radians(turn))
    canvas.line([(x - dx, y - dy), (x, y + 1), (x + dx, y + dy)], "#2f1c0f", 1.3)


def honey(canvas: Canvas) -> None:
    """A jar of honey with its dipper."""
    canvas.shadow(192, 250, 150)
    canvas.shape([(136, 122), (250, 122), (256, 242), (130, 242)], "#e0992a")
    canvas.shape([(144, 128), (172, 128), (170, 236), (140, 236)], "#f0b94f")
    canvas.shape([(132, 92), (254, 92), (254, 122), (132, 122)], "#b98a52")
    canvas.shape([(146, 164), (240, 164), (242, 212), (144, 212)], "#fbf3dd")
    for x, y in ((176, 180), (194, 180), (212, 180), (185, 196), (203, 196)):
        canvas.shape(around(x, y, 9, 9)[::8], "#e9b23f")
    canvas.line([(300, 120), (284, 214)], "#8a5a2b", 5)
    for step in range(5):
        canvas.oval(281 - 1.6 * step, 216 + 8 * step, 30 - abs(step - 2) * 4, 7, "#a8743a")
