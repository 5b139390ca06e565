"""Who may read a file: asked of the package that owns it. What nobody answers for, nobody may read.

A package registers in its AppConfig.ready():

    access.register("dossiers.evidence", refuse_read_evidence)
    access.register("support.look", refuse_read_look, refuse_see_look)
    access.register_public("products.photo", is_photo_public)

Reading is the original, which of a photograph also says where, when and with what it was taken. Seeing is a
picture in its sizes for display, from which all that is gone: those who read see it, those whom the owner
names besides, and everyone where it is public.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from ocop.foundation.documents.models import StoredFile
from ocop.foundation.documents.rules import FileKind
from ocop.foundation.refusals import Refusal

RefuseRead = Callable[[Any, StoredFile, datetime], Refusal | None]
IsPublic = Callable[[StoredFile], bool]

_FOR_ALL = {FileKind.IMAGE, FileKind.SOUND}

_refuse_read: dict[str, RefuseRead] = {}
_refuse_see: dict[str, RefuseRead] = {}
_is_public: dict[str, IsPublic] = {}


def register(owner: str, refuse_read: RefuseRead, refuse_see: RefuseRead | None = None) -> None:
    """Names the function that says why a person may not read a file of this owner, or None. One per owner.

    A second one where more people see its pictures than read the originals.
    """
    _add(_refuse_read, owner, refuse_read)
    if refuse_see is not None:
        _add(_refuse_see, owner, refuse_see)


def register_public(owner: str, is_public: IsPublic) -> None:
    """Names the function that says whether everyone may see the pictures of a file of this owner, or hear
    it. One per owner.
    """
    _add(_is_public, owner, is_public)


def refuse_read(person: Any, stored_file: StoredFile, at: datetime) -> Refusal | None:
    """Why this person may not read this file now, or None. Deny by default."""
    ask = _refuse_read.get(stored_file.owner)
    if ask is None:
        return Refusal(
            "file_without_reader",
            _("Bạn không xem được tệp này."),
            _("Chưa có bộ phận nào cho phép xem loại tệp này."),
        )
    return ask(person, stored_file, at)


def refuse_see(person: Any, stored_file: StoredFile, at: datetime) -> Refusal | None:
    """Why this person may not see a picture in its sizes for display now, or None;
    for other kinds as reading.
    """
    if not stored_file.is_image:
        return refuse_read(person, stored_file, at)
    if is_public(stored_file):
        return None
    ask = _refuse_see.get(stored_file.owner, refuse_read)
    return ask(person, stored_file, at)


def owners() -> set[str]:
    """Every owner for which somebody answers."""
    return set(_refuse_read)


def is_public(stored_file: StoredFile) -> bool:
    """Whether everyone may see its pictures, or hear it. No by default; the original of anything but sound is
    never public.
    """
    ask = _is_public.get(stored_file.owner)
    return ask is not None and stored_file.kind in _FOR_ALL and ask(stored_file)


def _add(registry: dict[str, Any], owner: str, function: Any) -> None:
    if registry.get(owner, function) is not function:
        raise ValueError(f"{owner} already has an answer.")
    registry[owner] = function
