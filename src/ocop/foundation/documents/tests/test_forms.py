"""The form field for a file to keep."""

from __future__ import annotations

import json

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.datastructures import MultiValueDict
from django.utils.translation import override

from ocop.foundation.documents.actions import store
from ocop.foundation.documents.forms import UploadField, UploadsField
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
    assert [one.code for one in caught.value.error_list] == ["file_kind_refused"]


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


def test_all_faults_of_a_file_are_told_at_once(settings):
    settings.DOCUMENTS_MAX_BYTES = 20_000
    settings.DOCUMENTS_MAX_PAGES = 3
    errors = filled(b"MZ" + b"\0" * 30_000, "giấy.pdf").errors.as_data()["paper"]
    assert [one.code for one in errors] == ["file_too_large", "file_kind_refused"]
    errors = filled(corpus.picture("PNG", (90, 90)) + b"\0" * 30_000, "giấy.pdf").errors.as_data()["paper"]
    assert [one.code for one in errors] == ["file_too_large", "file_disguised"]
    settings.DOCUMENTS_MAX_BYTES = 2_000_000
    errors = filled(corpus.pdf(pages=4) + corpus.archive(), "giấy.jpg").errors.as_data()["paper"]
    assert [one.code for one in errors] == ["file_disguised", "file_two_kinds", "pdf_too_many_pages"]


def test_several_files_are_taken_together_or_the_faults_of_each_are_told():
    class Several(Form):
        papers = UploadsField(kinds=["pdf"], label="Giấy tờ")

    def sent(*files: tuple[str, bytes]) -> Several:
        uploads = [SimpleUploadedFile(name, content) for name, content in files]
        return Several({}, MultiValueDict({"papers": uploads}))

    good = sent(("a.pdf", corpus.pdf()), ("b.pdf", corpus.pdf(pages=2)))
    assert good.is_valid()
    assert [one.name for one in good.cleaned_data["papers"]] == ["a.pdf", "b.pdf"]
    faults = sent(("a.pdf", b""), ("b.pdf", corpus.pdf()), ("c.pdf", b"MZ")).errors.as_data()["papers"]
    assert [one.code for one in faults] == ["file_empty", "file_kind_refused"]
    assert sent().errors == {"papers": ["Hãy chọn tệp."]}


def test_the_browser_knows_the_sentences_of_the_server():
    said = json.loads(str(EvidenceForm().fields["paper"].widget.attrs["data-faults"]))
    empty = filled(b"", "{name}").errors["paper"][0]
    assert (said["empty"], sorted(said)) == (
        empty, ["disguised", "empty", "found", "heic", "large", "unknown"],
    )  # fmt: skip
