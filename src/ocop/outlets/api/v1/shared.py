"""Shapes that several packages use."""

from __future__ import annotations

from typing import Generic, TypeVar

from ninja import Field, Schema

from ocop.foundation.places.models import Place
from ocop.foundation.places.selectors import full_name
from ocop.kernel.text import Label

Item = TypeVar("Item")


class Problem(Schema):
    """Why there is no answer."""

    detail: str


class ParameterFault(Schema):
    """A parameter that cannot be understood."""

    parameter: str
    message: str


class NotUnderstood(Schema):
    """Which parameters cannot be understood."""

    detail: list[ParameterFault]


class Words(Schema):
    """A text in both languages."""

    vi: str
    en: str

    @classmethod
    def of(cls, label: Label) -> Words:
        """From a label of the law."""
        return cls(vi=label.vi, en=label.en)


class PlaceOut(Schema):
    """A commune or ward."""

    code: str = Field(description="The official code, a text: leading zeros count.", examples=["02788"])
    name: str = Field(description="Kind and name with the province.", examples=["xã Bản Lầu, tỉnh Lào Cai"])

    @classmethod
    def of(cls, place: Place | None) -> PlaceOut | None:
        """From a place whose parents are loaded."""
        return cls(code=place.code, name=full_name(place)) if place else None


class PageOf(Schema, Generic[Item]):
    """One page of a list."""

    count: int = Field(description="How many answer to the filters in all.")
    page: int
    pages: int
    items: list[Item]
