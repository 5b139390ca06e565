"""Cloth, baskets and a house on stilts."""

from __future__ import annotations

import math

from ocop.outlets.demo.pictures.canvas import Canvas


def cloth(canvas: Canvas) -> None:
    """A folded indigo scarf with bands of embroidery."""
    canvas.shadow(200, 252, 260)
    canvas.shape([(84, 128), (296, 108), (326, 232), (104, 252)], "#27406b")
    canvas.shape([(84, 128), (296, 108), (301, 128), (88, 148)], "#1d3157")
    bands = {0.30: ("#d9482b", "#f4c95d"), 0.56: ("#f4c95d", "#6aa37a"), 0.80: ("#e58aa0", "#f7edd9")}
    for band, colours in bands.items():
        _band(canvas, band, colours)
    for step in range(26):
        x = 104 + step * 222 / 25
        y = 252 - step * 20 / 25
        canvas.line([(x, y), (x + 2, y + 14)], "#d9c79c", 1.4)


def _band(canvas: Canvas, down: float, colours: tuple[str, str]) -> None:
    """A row of stitched lozenges across the cloth."""
    left = (84 + 20 * down, 128 + 124 * down)
    right = (296 + 30 * down, 108 + 124 * down)
    canvas.line([(left[0] + 2, left[1] - 15), (right[0] - 2, right[1] - 15)], colours[1], 1.6)
    canvas.line([(left[0] + 2, left[1] + 15), (right[0] - 2, right[1] + 15)], colours[1], 1.6)
    for step in range(13):
        part = (step + 0.5) / 13
        x, y = left[0] + (right[0] - left[0]) * part, left[1] + (right[1] - left[1]) * part
        canvas.shape([(x, y - 11), (x + 7, y), (x, y + 11), (x - 7, y)], colours[step % 2])
        canvas.shape([(x, y - 5), (x + 3, y), (x, y + 5), (x - 3, y)], "#27406b")


def basket(canvas: Canvas) -> None:
    """A woven bamboo basket."""
    canvas.shadow(200, 248, 190)
    handle = [
        (200 + 74 * math.cos(math.radians(a)), 150 - 86 * math.sin(math.radians(a))) for a in range(0, 181, 6)
    ]
    canvas.line(handle, "#8a5a2b", 6)
    for row in range(8):
        for column in range(14):
            width = 172 - 5 * row
            x = 200 - width / 2 + width * (column + 0.5) / 14
            colour = ("#c79a55", "#b0813f")[(row + column) % 2]
            canvas.oval(x, 158 + 11 * row, width / 14 + 2, 12, colour)
    canvas.oval(200, 150, 184, 24, "#9c7140")
    canvas.oval(200, 149, 166, 16, "#6e4f2c")
    canvas.oval(200, 152, 158, 11, "#e7dcc3")


def stilt_house(canvas: Canvas) -> None:
    """A house on stilts beside terraced fields."""
    for step in range(5):
        y = 196 + 16 * step
        field = [(x, y + 6 * math.sin(x / 44 + step)) for x in range(0, 178 - 16 * step, 8)]
        canvas.shape([*field, (150 - 22 * step, 300), (0, 300)], ("#9cbf6a", "#b6cf7e")[step % 2])
    canvas.shadow(258, 250, 190)
    for x in (190, 226, 290, 326):
        canvas.line([(x, 196), (x, 250)], "#6e4f2c", 5)
    canvas.shape([(178, 150), (338, 150), (338, 200), (178, 200)], "#a97a45")
    for x in range(186, 338, 12):
        canvas.line([(x, 152), (x, 198)], "#8f6436", 1)
    canvas.shape([(238, 158), (276, 158), (276, 200), (238, 200)], "#5c3d20")
    for x in (196, 300):
        canvas.shape([(x, 162), (x + 26, 162), (x + 26, 184), (x, 184)], "#f4d58a")
    canvas.shape([(150, 152), (206, 84), (310, 84), (366, 152)], "#7a5a35")
    for step in range(6):
        y = 96 + 10 * step
        spread = (y - 84) * 0.82
        canvas.line([(206 - spread, y), (310 + spread, y)], "#654828", 1.2)
    canvas.shape([(242, 200), (272, 200), (286, 250), (228, 250)], "#8f6436")
    for step in range(5):
        canvas.line([(240 - 2 * step, 208 + 9 * step), (274 + 2 * step, 208 + 9 * step)], "#d9b27a", 1.6)
