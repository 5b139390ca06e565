"""Kinds, channels and states of what is told to the public; how its text is written."""

from ocop.casework.communication.rules.markup import (
    Block,
    Heading,
    Items,
    Paragraph,
    PictureAt,
    Span,
    parse,
    pictures_named,
    plain,
    unsafe_links,
)
from ocop.casework.communication.rules.news import NEWS_STATES, NEWS_WORKFLOW, NewsKind, NewsState
from ocop.casework.communication.rules.press import PRESS_STATES, PRESS_WORKFLOW, Channel, PressState

__all__ = [
    "NEWS_STATES",
    "NEWS_WORKFLOW",
    "PRESS_STATES",
    "PRESS_WORKFLOW",
    "Block",
    "Channel",
    "Heading",
    "Items",
    "NewsKind",
    "NewsState",
    "Paragraph",
    "PictureAt",
    "PressState",
    "Span",
    "parse",
    "pictures_named",
    "plain",
    "unsafe_links",
]
