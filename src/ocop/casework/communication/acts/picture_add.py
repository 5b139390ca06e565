"""Ảnh: pictures for a page, each under a number that the text can name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.core.files.base import File
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.communication.about import PAGE, pictures_page
from ocop.casework.communication.models import NewsPage, NewsPicture
from ocop.casework.communication.permissions import PICTURE_FILES, refuse_revise
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, Asks, Refusal, ensure, held, record, recorded
from ocop.foundation.documents.actions import store
from ocop.foundation.documents.forms import UploadsField
from ocop.foundation.documents.rules import FileKind
from ocop.foundation.ui.forms import TextField
from ocop.kernel.text import one_line


class AsksPictures(Asks):
    """Pictures and what stands under them."""

    upload = UploadsField(label=_("Ảnh"), kinds=["image"])
    caption = TextField(
        label=_("Chú thích"),
        max_length=200,
        help_text=_("Ảnh chụp gì, ở đâu; người không nhìn được ảnh nghe dòng này."),
    )

    gives = frozenset({"uploads", "caption"})

    def given(self) -> Mapping[str, Any]:
        """The pictures with what stands under them."""
        return {"uploads": self.cleaned_data["upload"], "caption": self.cleaned_data["caption"]}


def refuse_nameless(caption: str) -> Refusal | None:
    """A picture without a caption: those who do not see it read that."""
    if caption:
        return None
    return Refusal(
        "caption_missing",
        gettext("Ảnh chưa có chú thích."),
        gettext("Người không nhìn được ảnh nghe chú thích."),
        gettext("Ghi ảnh chụp gì, ở đâu."),
    )


@recorded
def add_pictures(
    page: NewsPage, *, uploads: Sequence[File[Any]], caption: str, by: Person, at: datetime
) -> list[NewsPicture]:
    """Adds pictures under the next numbers, all or none.
    Refused as for revising, without a caption, and for what is no picture.
    """
    ensure(refuse_revise(who_is(by, at), held(page)))
    caption = one_line(caption)[:200]
    ensure(refuse_nameless(caption))
    last = page.pictures.order_by("-number").values_list("number", flat=True).first() or 0
    made = []
    for number, upload in enumerate(uploads, last + 1):
        file = store(upload, owner=PICTURE_FILES, by=by, at=at, kinds=[FileKind.IMAGE])
        given = {"number": number, "file": file, "caption": caption, "added_by": by, "added_at": at}
        made.append(NewsPicture.objects.create(page=page, **given))
        data = {"number": number, "sha256": file.sha256}
        record("newspage.add_picture", page, by=by, at=at, data=data)
    return made


def _there(form: AsksPictures) -> Mapping[str, Any]:
    return {"pictures": form.thing.pictures.filter(is_removed=False).select_related("file")}


def _said(_page: NewsPage, made: list[NewsPicture]) -> str:
    numbers = ", ".join(str(picture.number) for picture in made)
    return gettext("Đã thêm ảnh %(number)s.") % {"number": numbers}


ADD_PICTURES = Act(
    about=PAGE,
    name="picture_add",
    path="anh/",
    refuse=refuse_revise,
    form=AsksPictures,
    do=add_pictures,
    button=_("Ảnh"),
    show=_there,
    template="communication/pictures.html",
    said=_said,
    then=lambda page, _made: pictures_page(page),
    weight="quiet",
)
