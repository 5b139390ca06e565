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
from ocop.casework.communication.rules.recordings import (
    RECORDING_STATES,
    RECORDING_WORKFLOW,
    RecordingState,
    Tongue,
    Topic,
)

__all__ = [
    "NEWS_STATES",
    "NEWS_WORKFLOW",
    "PRESS_STATES",
    "PRESS_WORKFLOW",
    "RECORDING_STATES",
    "RECORDING_WORKFLOW",
    "Block",
    "Channel",
    "Heading",
    "Items",
    "NewsKind",
    "NewsState",
    "Paragraph",
    "PictureAt",
    "PressState",
    "RecordingState",
    "Span",
    "Tongue",
    "Topic",
    "parse",
    "pictures_named",
    "plain",
    "unsafe_links",
]
