"""Recognitions that end on days to be chosen, renewals filed on days to be chosen, extensions."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

from django.utils import timezone

from ocop.casework.certificates.tests.cast import Desk
from ocop.casework.dossiers.models import Dossier
from ocop.casework.renewals import acts
from ocop.casework.renewals.models import Called, CallLetter, Extension, ExtensionItem
from ocop.casework.renewals.papers.extension import extension_data
from ocop.casework.renewals.papers.letter import letter_data
from ocop.casework.renewals.papers.makers import EXTENSION, LETTER
from ocop.casework.renewals.rules import hard_stop
from ocop.casework.renewals.selectors.extensions import items_of
from ocop.foundation.documents.engines import pdf
from ocop.foundation.documents.models import Paper
from ocop.foundation.places.models import Place
from ocop.registers.producers.acts import register_producer
from ocop.registers.producers.models import Producer, Representation
from ocop.registers.products.acts import register_product
from ocop.registers.products.models import Recognition
from ocop.registers.products.writes import record_recognition


class Terms(Desk):
    """The desk: Phúc prepares, Thịnh signs, Lan is the producer, Minh her commune's officer."""

    def moment(self, day: date) -> datetime:
        """Nine in the morning of a day."""
        return timezone.make_aware(datetime.combine(day, time(9)))

    def ends(self, end: date, name: str = "Chè Shan", producer: Producer | None = None, **more: Any) -> Any:
        """A recognition of 36 months whose last day is `end`, entered as an import does."""
        product = register_product(
            producer or self.producer,
            fields={"name": name, "regulation_code": "qd-26-2026", "set_number": 11,
                    "commune": self.cast.commune},
            by=self.phuc, at=self.at,
        )  # fmt: skip
        begins = end - timedelta(days=1095)
        fields = {
            "stars": 3, "kind": "first", "authority": "Chủ tịch UBND huyện Mường Khương",
            "number": "11/QĐ-UBND",
            "year": begins.year, "decided_on": begins, "date_precision": "day", "status_code": "recognised",
            "valid_from": begins, "expires_on": end, **more,
        }  # fmt: skip
        return record_recognition(product, fields=fields, by=self.phuc, at=self.at)

    def without_account(self, commune: Place | None = None) -> Producer:
        """A holder for whom nobody has an account."""
        producer = register_producer(
            fields={"name": "HTX Không tài khoản", "legal_form": "cooperative", "registration_no": "15B1",
                    "commune": commune or self.cast.commune, "address": "Thôn 1", "phone": "0912345679"},
            representative={"full_name": "Lò Thị Mai", "title": "Giám đốc"}, by=self.lan, at=self.at,
        )  # fmt: skip
        Representation.objects.filter(producer=producer).delete()
        return producer

    def filed(self, recognition: Recognition, on: date, state: str = "received", **fields: Any) -> Dossier:
        """A renewal that was handed in on a day."""
        moment = self.moment(on)
        rows = dict.fromkeys(("submitted_at", "received_at"), moment)
        if state in {"evaluated", "concluded"}:
            rows |= dict.fromkeys(("proposed_at", "accepted_at"), moment)
        return Dossier.objects.create(
            product=recognition.product, kind="renewal", regulation_code="qd-26-2026", set_number=11,
            commune=self.cast.commune, state=state, created_at=moment, created_by=self.lan, updated_at=moment,
            **rows, **fields,
        )  # fmt: skip

    def prepared(self, *rows: Recognition, **facts: Any) -> Extension:
        """By Phúc."""
        told = {"reason": "Quy định mới có hiệu lực.", "by": self.phuc, "at": self.at, **facts}
        return acts.prepare_extension(self.programme, recognitions=rows, **told)

    def signed(self, extension: Extension, number: str = "700-MH/QĐ-UBND", **facts: Any) -> list[Any]:
        """By Thịnh today."""
        told = {"signed_on": self.at.date(), "by": self.thinh, "at": self.at, **facts}
        return acts.sign_extension(extension, number=number, **told)

    def called(self, to: str, number: str = "15-MH/SNNMT-PTNT", **facts: Any) -> CallLetter:
        """By Phúc today."""
        told = {"issued_on": self.at.date(), "by": self.phuc, "at": self.at, **facts}
        return acts.call_for_renewal(self.programme, to=to, number=number, **told)


def _paper(number: str, at: datetime, by: Any, kind: str = "letter") -> Paper:
    day = timezone.localdate(at)
    return Paper.objects.create(
        kind=kind, number=number, issued_on=day, year=day.year, issuer="x", subject="x", filed_by=by,
        filed_at=at,
    )  # fmt: skip


def letter_row(recognition: Recognition, *, programme: Any, by: Any, at: datetime) -> CallLetter:
    """A letter about one recognition, as a row, for pages that need one whatever the day."""
    number, day = "15-MH/SNNMT-PTNT", timezone.localdate(at)
    content = letter_data(
        programme, [recognition], addressee="UBND xã", is_commune=True, number=number, issued_on=day, at=at
    )
    letter = CallLetter.objects.create(
        programme=programme, addressee="UBND xã", paper=_paper(number, at, by), content=content, by=by, at=at,
        search_text="ubnd xa",
    )  # fmt: skip
    Called.objects.create(letter=letter, recognition=recognition, position=1)
    return letter


def extension_row(recognition: Recognition, *, programme: Any, by: Any, at: datetime) -> Extension:
    """An extension that waits for its signature, as a row."""
    extension = Extension.objects.create(programme=programme, reason="x", prepared_by=by, prepared_at=at)
    ExtensionItem.objects.create(
        extension=extension, recognition=recognition, position=1, product_name=recognition.product.name,
        producer_name=recognition.product.producer.name, filed_on=timezone.localdate(at),
        stops_on=hard_stop(recognition.expires_on),
    )  # fmt: skip
    return extension


def letter_pdf_of_one(at: datetime) -> bytes:
    """The letter that is there, typeset now."""
    return pdf.render(LETTER.template, CallLetter.objects.get().content, at=at)


def extension_pdf_of_one(at: datetime) -> bytes:
    """The extension that is there, typeset now as if signed."""
    extension = Extension.objects.get()
    content = extension_data(
        extension, items_of(extension), number="700-MH/QĐ-UBND", signed_on=timezone.localdate(at),
        titles=["Chủ tịch"], signer="Hoàng Thịnh",
    )  # fmt: skip
    return pdf.render(EXTENSION.template, content, at=at)
