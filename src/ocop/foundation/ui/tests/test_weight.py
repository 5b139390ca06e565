"""Light and legible: budgets of bytes, contrast of every pair of colours in use."""

import gzip
import re
from fractions import Fraction
from pathlib import Path

import pytest

STATIC = Path(__file__).resolve().parents[1] / "static" / "ui"
CSS = STATIC / "css"
TOKENS = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{3,6})", (CSS / "tokens.css").read_text(encoding="utf-8")))


def packed(*paths: Path) -> int:
    return sum(len(gzip.compress(path.read_bytes(), 9)) for path in paths)


def test_the_check_page_has_a_light_style() -> None:
    assert (CSS / "check.css").stat().st_size < 6_000


def test_a_producers_form_page_stays_under_its_budget() -> None:
    import django_htmx

    htmx = Path(django_htmx.__file__).parent / "static" / "django_htmx" / "htmx-2.min.js"
    scripts = [
        htmx,
        *(STATIC / "js" / name for name in ("page.js", "keep.js", "store.js", "sending.js", "upload.js")),
    ]
    styles = [CSS / f"{name}.css" for name in ("tokens", "base", "forms", "components", "tables", "print")]
    pictures = [STATIC / "icons.svg", STATIC / "logo.svg"]
    fonts = [STATIC / "fonts" / f"be-vietnam-pro-{weight}.woff2" for weight in (400, 500, 600)]
    files = [STATIC / "js" / f"{name}.js" for name in ("files", "looking", "pictures", "shelf")]
    page_itself = 6_000
    assert packed(*scripts) < 60_000
    assert sum(path.stat().st_size for path in scripts[1:]) < 34_000
    assert packed(*files) < 9_000  # where a form asks for files
    assert (
        packed(*scripts, *styles, *pictures) + sum(font.stat().st_size for font in fonts) + page_itself
        < 100_000
    )


def test_a_public_list_full_of_photographs_stays_under_its_budget() -> None:
    """On a slow network Chromium loads what lies 2,500 pixels below: a dozen cards of the heaviest."""
    from ocop.foundation.documents.inspection.decoding import MOST_BYTES

    catalogue = STATIC.parents[3] / "outlets" / "catalogue" / "static" / "catalogue"
    styles = [CSS / f"{name}.css" for name in ("tokens", "base", "forms", "components", "tables", "print")]
    shown = [
        *styles, catalogue / "catalogue.css", catalogue / "near.js", STATIC / "js" / "ease.js",
        STATIC / "icons.svg", STATIC / "logo.svg",
    ]  # fmt: skip
    fonts = [STATIC / "fonts" / f"be-vietnam-pro-{weight}.woff2" for weight in (400, 600)]
    page_itself, heads, cards = 7_000, 30 * 350, 12
    whole = packed(*shown) + sum(font.stat().st_size for font in fonts) + page_itself + heads
    assert whole + cards * dict(MOST_BYTES["AVIF"])[320] < 100_000


def luminance(colour: str) -> Fraction:
    digits = colour[1:] if len(colour) == 7 else "".join(mark * 2 for mark in colour[1:])
    parts = [int(digits[start : start + 2], 16) / 255 for start in (0, 2, 4)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return Fraction(0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2])


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return float((light + Fraction(1, 20)) / (dark + Fraction(1, 20)))


@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        *(
            (ink, ground)
            for ink in ("ink", "muted", "tea-dark", "tea", "red")
            for ground in ("paper", "card", "sunken")
        ),
        ("ink", "tea-wash"),
        ("ink", "amber-wash"),
        ("ink", "red-wash"),
        ("ink", "blue-wash"),
        ("tea-dark", "tea-wash"),
        ("amber-ink", "amber-wash"),
        ("amber-ink", "card"),
        ("red-dark", "red-wash"),
        ("blue", "blue-wash"),
        ("card", "tea"),
        ("card", "tea-dark"),
        ("card", "red"),
        ("card", "ink"),
    ],
)
def test_text_is_legible(ink: str, ground: str) -> None:
    assert contrast(TOKENS[ink], TOKENS[ground]) >= 4.5


@pytest.mark.parametrize(
    ("shape", "ground"), [("edge", "card"), ("edge", "paper"), ("amber", "card"), ("blue", "paper")]
)
def test_shapes_are_visible(shape: str, ground: str) -> None:
    assert contrast(TOKENS[shape], TOKENS[ground]) >= 3


def test_every_colour_of_the_styles_is_a_token_that_exists() -> None:
    styles = "".join(path.read_text(encoding="utf-8") for path in CSS.glob("*.css"))
    used, made = set(re.findall(r"var\(--([\w-]+)\)", styles)), set(re.findall(r"--([\w-]+):", styles))
    assert used - made == set()
