"""Fruit, fresh and dried."""

from __future__ import annotations

import math

from ocop.outlets.demo.pictures.canvas import Canvas, turned


def pineapple(canvas: Canvas) -> None:
    """One large pineapple and a smaller one behind it."""
    _one_pineapple(canvas, 262, 190, 0.68)
    _one_pineapple(canvas, 178, 178, 1)


def _one_pineapple(canvas: Canvas, x: float, y: float, size: float) -> None:
    canvas.shadow(x, y + 74 * size, 120 * size)
    for number, turn in enumerate((-58, 58, -40, 40, -22, 22, -8, 8, 0)):
        length = (58 + 5 * number) * size
        green = ("#3f7a4d", "#4f8f5b", "#2f6b45")[number % 3]
        canvas.leaf(x, y - 58 * size, length, 17 * size, turn, green)
    canvas.oval(x, y, 108 * size, 146 * size, "#d98a1f")
    canvas.oval(x - 6 * size, y - 4 * size, 92 * size, 134 * size, "#eda83a")
    for row in range(-5, 6):
        for column in range(-4, 5):
            dx = (column + (0.5 if row % 2 else 0)) * 13 * size
            dy = row * 13 * size
            if (dx / (46 * size)) ** 2 + (dy / (66 * size)) ** 2 < 0.92:
                canvas.shape(
                    [(x + dx, y + dy - 6 * size), (x + dx + 6 * size, y + dy), (x + dx, y + dy + 6 * size),
                     (x + dx - 6 * size, y + dy)], "#c9761a",
                )  # fmt: skip
                canvas.oval(x + dx, y + dy, 4.4 * size, 4.4 * size, "#ffd98a")


def dried_pineapple(canvas: Canvas) -> None:
    """Rings of dried pineapple before a paper bag."""
    canvas.shadow(246, 246, 130)
    canvas.shape([(192, 92), (300, 92), (308, 244), (184, 244)], "#b98a52")
    canvas.shape([(192, 92), (300, 92), (299, 108), (193, 108)], "#9c7140")
    canvas.oval(246, 172, 74, 74, "#f7edd9")
    _ring(canvas, 246, 172, 27)
    for x, y, radius in ((108, 232, 34), (158, 244, 30), (84, 252, 27)):
        canvas.shadow(x, y + radius * 0.6, radius * 2)
        _ring(canvas, x, y, radius)


def _ring(canvas: Canvas, x: float, y: float, radius: float) -> None:
    canvas.oval(x, y, 2 * radius, 1.7 * radius, "#d98a1f")
    canvas.oval(x, y - 1, 1.82 * radius, 1.5 * radius, "#f2b84b")
    for step in range(14):
        angle = 2 * math.pi * step / 14
        inner, outer = 0.4 * radius, 0.82 * radius
        canvas.line(
            [(x + inner * math.cos(angle), y + 0.82 * inner * math.sin(angle)),
             (x + outer * math.cos(angle), y + 0.82 * outer * math.sin(angle))], "#e09a2b", 1,
        )  # fmt: skip
    canvas.oval(x, y, 0.62 * radius, 0.5 * radius, "#e8d6b3")


def banana(canvas: Canvas) -> None:
    """A hand of bananas."""
    canvas.shadow(206, 246, 210)
    for number, turn in enumerate((-26, -15, -4, 8)):
        outer = [_bow(step / 20, 1, turn) for step in range(21)]
        inner = [_bow(step / 20, -1, turn) for step in range(20, -1, -1)]
        canvas.shape(outer + inner, ("#d9a829", "#e3b433", "#ecc043", "#f4cf5c")[number])
        canvas.line([_bow(step / 20, 0.15, turn) for step in range(2, 19)], "#d3a02a", 1.2)
        end = _bow(1, 0, turn)
        canvas.oval(end[0], end[1], 10, 9, "#5c4425")
    canvas.shape([(106, 92), (124, 86), (132, 122), (110, 126)], "#8a7a34")
    canvas.shape([(104, 88), (126, 82), (124, 92), (106, 97)], "#5c4425")


def _bow(part: float, side: float, turn: float) -> tuple[float, float]:
    """A point of a banana that hangs from its stem:
    along its length (0 to 1), on one of its sides (-1 to 1).
    """
    angle = math.radians(172 - 132 * part)
    radius = 104 + side * (3 + 17 * math.sin(math.pi * part) ** 0.8)
    stem_x, stem_y = 120, 112
    dx = radius * math.cos(angle) - 104 * math.cos(math.radians(172))
    dy = radius * math.sin(angle) - 104 * math.sin(math.radians(172))
    return turned(stem_x, stem_y, dx, dy, turn)


def plum(canvas: Canvas) -> None:
    """Plums with their bloom, on a twig."""
    canvas.line([(92, 96), (170, 118), (262, 104), (316, 82)], "#6e5236", 4)
    for x, y, turn in ((120, 100, 150), (226, 106, 200), (292, 92, 165), (176, 116, 20)):
        canvas.leaf(x, y, 46, 20, turn, "#5a8f58", "#3f6f45")
    canvas.shadow(200, 250, 230)
    for x, y, red in (
        (140, 206, "#8e2b45"),
        (206, 196, "#a33650"),
        (268, 210, "#7d2340"),
        (174, 228, "#b0425a"),
    ):
        canvas.oval(x, y, 68, 66, red)
        canvas.oval(x - 10, y - 12, 30, 22, "#c9748a", -25)
        canvas.line([(x + 4, y - 30), (x + 9, y), (x + 4, y + 30)], "#6f1d36", 1.2)


def pear(canvas: Canvas) -> None:
    """Three round pears."""
    canvas.shadow(200, 250, 220)
    for x, y, colour in ((132, 206, "#c9a24a"), (268, 208, "#bf9640"), (200, 216, "#d8b459")):
        canvas.line([(x, y - 44), (x + 5, y - 62)], "#6e5236", 3)
        canvas.leaf(x + 4, y - 56, 34, 17, 62, "#6a9a5b", "#4a7a48")
        canvas.oval(x, y - 18, 54, 56, colour)
        canvas.oval(x, y + 8, 78, 68, colour)
        canvas.oval(x - 16, y - 6, 16, 30, "#ecd38a", 14)
        for dx, dy in ((10, 4), (18, 16), (4, 24), (-6, 14), (14, -14)):
            canvas.oval(x + dx, y + dy, 2.4, 2.4, "#9a7630")


def chilli(canvas: Canvas) -> None:
    """Red chillies before a jar of sauce."""
    canvas.shadow(262, 246, 110)
    canvas.shape([(218, 126), (306, 126), (312, 240), (212, 240)], "#b3331f")
    canvas.shape([(224, 100), (300, 100), (306, 126), (218, 126)], "#d9cdb5")
    canvas.shape([(222, 90), (302, 90), (302, 104), (222, 104)], "#8a5a2b")
    canvas.shape([(216, 160), (308, 160), (310, 212), (214, 212)], "#f7edd9")
    canvas.oval(262, 186, 34, 22, "#c8452f", -20)
    for x, y, turn in ((94, 214, 62), (128, 236, 82), (78, 244, 74), (146, 208, 46)):
        canvas.leaf(x - 30, y + 8, 74, 17, turn, "#c8321f")
        canvas.leaf(x - 30, y + 8, 14, 9, turn + 180, "#4f8f5b")
