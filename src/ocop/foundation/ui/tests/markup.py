"""Markup as tests compare it: how a template is laid out in lines is no part of what a page says."""

from __future__ import annotations

import re


def tight(html: str) -> str:
    """The markup with its runs of white space as one space, and none beside a tag."""
    return re.sub(r"(?<=>) | (?=[<>])", "", " ".join(html.split()))
