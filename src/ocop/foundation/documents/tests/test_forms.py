"""The form field for a file to keep."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.translation import override

from ocop.foundation.documents.actions import store
from ocop.foundation.documents.forms import UploadField
from ocop.foundation.documents.tests import corpus
from ocop.foundation.ui.forms import Form


class EvidenceForm(Form):
    paper = UploadField(kinds=["pdf", "image"], label="Giấy tờ")
    extra = UploadField(required=False)


def filled(content: bytes, name: str) -> EvidenceForm:
    return EvidenceForm({}, {"paper": SimpleUploadedFile(name, content)})


def test_a_good_file_passes_and_is_kept(cast, at):
    form = filled(corpus.pdf(pages=2), "a.pdf")
    assert form.is_valid()
    stored = store(
        form.cleaned_data["paper"], owner="x", by=cast.lan, at=at, kinds=form.fields["paper"].kinds
    )
    assert stored.pages == 2


def test_what_was_looked_into_can_be_read_from_its_beginning():
    form = filled(corpus.pdf(), "a.pdf")
    assert form.is_valid()
    assert form.cleaned_data["paper"].read() == corpus.pdf()


def test_a_refused_file_keeps_the_form_and_says_why():
    assert filled(b"", "a.pdf").errors == {
        "paper": [
            "Tệp “a.pdf” trống, không có nội dung. Có thể tệp bị lỗi khi sao chép hoặc tải về. "
            "Hãy mở tệp trên máy để kiểm tra rồi chọn lại."
        ]
    }
    assert filled(corpus.office(), "a.docx").errors.as_data()["paper"][0].code == "file_kind_refused"


def test_a_file_of_another_kind_is_looked_at_again(cast, at):
    """What one form took is no free pass for an action that asks for less."""
    form = filled(corpus.pdf(), "a.pdf")
    assert form.is_valid()
    upload = form.cleaned_data["paper"]
    assert UploadField(kinds=["pdf"]).clean(upload) is upload
    with pytest.raises(ValidationError) as caught:
        UploadField(kinds=["image"]).clean(upload)
    assert caught.value.code == "file_kind_refused"


def test_nothing_chosen():
    assert EvidenceForm({}, {}).errors == {"paper": ["Hãy chọn tệp."]}


def test_the_page_says_what_is_taken_in_both_languages(settings):
    form = EvidenceForm()
    assert str(form.fields["paper"].help_text) == "Nhận: PDF, ảnh JPG, PNG hoặc WebP; tối đa 25 MB."
    with override("en"):
        assert (
            str(form.fields["paper"].help_text) == "Accepted: PDF, JPG, PNG or WebP picture; at most 25 MB."
        )
    attributes = form.fields["paper"].widget.attrs
    assert (attributes["accept"], attributes["data-max-size"]) == (
        ".pdf,.jpg,.jpeg,.jfif,.png,.webp",
        "26214400",
    )
