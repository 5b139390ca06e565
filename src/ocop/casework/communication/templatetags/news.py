"""The text of a page as HTML. Templates write it and escape every word; no text of a person is ever HTML."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import template

from ocop.casework.communication.models import NewsPicture
from ocop.casework.communication.rules import PictureAt, parse

register = template.Library()


@register.inclusion_tag("communication/_body.html")
def news_body(text: str, pictures: Iterable[NewsPicture], public: bool = False) -> dict[str, Any]:
    """The text with its pictures in their places; those without a place stand in front (the first) and
    behind.

    `public` shows pictures by the address that is open to everyone while the page is.
    """
    blocks = parse(text)
    by_number = {picture.number: picture for picture in pictures}
    placed = {block.number for block in blocks if isinstance(block, PictureAt)}
    loose = [picture for number, picture in by_number.items() if number not in placed]
    shown = [
        (block, by_number.get(block.number) if isinstance(block, PictureAt) else None) for block in blocks
    ]
    return {"blocks": shown, "first": loose[:1], "rest": loose[1:], "public": public}
