"""`ocop verify_all`: holds for the demonstration,
and finds what somebody did to the database behind its back.
"""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from django.db import connection

from ocop.casework.certificates.models import Certificate, Decision, Lookup
from ocop.casework.dossiers.models import Dossier, Submission
from ocop.casework.ideas.models import Idea
from ocop.casework.review.models import AgendaItem, Meeting, ScoreSheet
from ocop.config.invariants import INVARIANTS, first_fault
from ocop.foundation.audit import guards
from ocop.foundation.audit.models import Entry
from ocop.foundation.documents import storage
from ocop.foundation.documents.models import StoredFile
from ocop.foundation.places.models import Ground
from ocop.kernel.law import load_regulations
from ocop.kernel.law.model import Pins, Release
from ocop.registers.products.models import Listing, Recognition
from ocop.registers.regulations import fingerprints

SHEETS = "law of sheets and minutes"


def _verify() -> str:
    out = io.StringIO()
    call_command("verify_all", stdout=out)
    return out.getvalue()


GENERAL = {"guards of the database", "rows as acts left them", "states as moves left them"}
"""What is named besides: see test_hand_edits.py. The guards are lifted, so that rows can be changed."""


def _faults() -> dict[str, str]:
    """The first fault of each kind, those apart that tell any change."""
    asked = [invariant for invariant in INVARIANTS if invariant.name not in GENERAL]
    found = {invariant.name: first_fault(invariant) for invariant in asked}
    return {name: fault for name, fault in found.items() if fault is not None}


def _certificate(province) -> Certificate:
    """That of the tea, with 3 stars."""
    return Certificate.objects.get(product=province.products["che-shan"], stars=3)


def test_everything_holds(province):
    guards.install(connection)
    assert _verify() == "".join(f"{invariant.name}: holds\n" for invariant in INVARIANTS)


def test_an_altered_act(province):
    Entry.objects.filter(sequence=100).update(reason="khác")
    assert _faults() == {"record of acts": "entry 100: content"}


def test_an_altered_submission(province):
    submission = Submission.objects.first()
    submission.content["product"]["name"] = "khác"
    submission.save()
    assert _faults() == {"submissions": f"submission {submission.code}"}


def _submission(province):
    row = Submission.objects.first()
    return row, row.content, f"submission {row.code}", "law of submissions", {"submissions"}


def _sealed(province):
    row = ScoreSheet.objects.filter(state="sealed").first()
    return row, row.content, f"sheet {row.pk} ({row.code})", SHEETS, {"sealed sheets"}


def _closed(province):
    row = Meeting.objects.filter(state="closed").first()
    return row, row.minutes_content["regulation_fingerprints"], f"minutes {row.minutes_no}", SHEETS, set()


@pytest.mark.parametrize("find", [_submission, _sealed, _closed])
def test_an_altered_fingerprint_of_the_law(province, find):
    """Another fingerprint, and none at all: not what stands in the record."""
    row, content, name, law, others = find(province)
    (key,) = [one for one in content if one == "regulation_fingerprint"] or list(content)
    for other in ("0" * 64, ...):
        content.pop(key) if other is ... else content.update({key: other})
        row.save()
        faults = _faults()
        said = f"{name}: the fingerprint of its law is not that of the record"
        assert faults.pop(law) == said
        assert set(faults) <= others


def test_a_law_that_was_never_pinned(province, monkeypatch):
    """Acts went by data that nobody pinned, as if somebody had changed it and put it back."""
    known = load_regulations()
    other = {
        code: replace(law, pins=Pins((Release(date(2026, 1, 1), "0" * 64),), law.files))
        for code, law in known.items()
    }
    monkeypatch.setattr(fingerprints, "load_regulations", lambda: other)
    first = Submission.objects.order_by("pk").first()
    code = first.content["dossier"]["regulation"]
    said = f"submission {first.code}: {code} was never pinned with this fingerprint"
    assert _faults()["law of submissions"] == said
    unpinned = {code: replace(law, pins=None) for code, law in known.items()}
    monkeypatch.setattr(fingerprints, "load_regulations", lambda: unpinned)
    assert _faults() == {}


def test_an_altered_choice_on_a_sealed_sheet(province):
    closed = ScoreSheet.objects.filter(item__state="closed", item__meeting__council=province.council)
    sheet = closed.filter(state="sealed").first()
    sheet.choices["1.1"] = 1
    sheet.save()
    faults = _faults()
    assert faults["sealed sheets"] == f"sheet {sheet.pk} ({sheet.code}): choices"
    assert set(faults) <= {"sealed sheets", "totals"}


def test_an_altered_sheet(province):
    sheet = ScoreSheet.objects.filter(state="sealed").first()
    sheet.content["general_comment"] = "khác"
    sheet.save()
    assert _faults() == {"sealed sheets": f"sheet {sheet.pk} ({sheet.code}): content"}


def test_an_altered_star(province):
    item = AgendaItem.objects.get(dossier=province.dossiers["gio-may"])
    AgendaItem.objects.filter(pk=item.pk).update(stars=3)
    assert _faults() == {"totals": f"agenda item {item.key}: stars is 3, sheets give 2"}


def test_an_altered_total(province):
    item = AgendaItem.objects.get(dossier=province.dossiers["gio-may"])
    AgendaItem.objects.filter(pk=item.pk).update(total="50.00")
    assert _faults() == {"totals": f"agenda item {item.key}: total is 50.00, sheets give 44.50"}


def test_a_certificate_with_other_stars_than_decided(province):
    certificate = _certificate(province)
    Certificate.objects.filter(pk=certificate.pk).update(stars=4)
    assert _faults() == {
        "certificates": f"certificate {certificate.code}: 4 stars",
        "what the check page says": f"certificate {certificate.code}: stars",
        "signed texts of certificates": f"signed text of certificate {certificate.code}: another content",
    }


def test_a_certificate_without_its_decision(province):
    certificate = _certificate(province)
    decision = certificate.decision_item.decision
    Decision.objects.filter(pk=decision.pk).update(kind="approval_of_result")
    assert _faults() == {"certificates": f"certificate {certificate.code}: no signed decision"}


def test_a_register_that_says_otherwise(province):
    certificate = _certificate(province)
    Recognition.objects.filter(pk=certificate.recognition_id).update(stars=4)
    assert _faults() == {
        "certificates": f"certificate {certificate.code}: the register says otherwise (stars)",
        "recognitions": f"recognition {certificate.recognition_id}: 4 stars, 2026",
        "listings of products": f"product {certificate.product_id}: stars",
        "what plans count": f"recognition {certificate.recognition_id}: stars",
    }


def test_a_line_of_lists_that_says_otherwise(province):
    certificate = _certificate(province)
    Listing.objects.filter(pk=certificate.product_id).update(name="khác")
    assert _faults() == {"listings of products": f"product {certificate.product_id}: name"}


def test_a_place_whose_ground_is_kept_otherwise(province):
    pineapple = province.products["dua-qua"].producer.commune
    kept = Ground.objects.filter(unit=pineapple).exclude(part=pineapple).order_by("part").first()
    Ground.objects.filter(pk=kept.pk).delete()
    fault = f"place {kept.part_id}: its ground on that of place {kept.unit_id}"
    assert _faults() == {"grounds of places": fault}


def test_a_gap_in_the_serials_of_a_commune(province):
    certificate = _certificate(province)
    Certificate.objects.filter(pk=certificate.pk).update(product_code="15-02839-3-2026")
    assert _faults() == {
        "certificates": f"certificate {certificate.code}: the register says otherwise (product_code)",
        "words of rows": f"certificates.certificate {certificate.pk}: not found by its own words",
        "product codes": "product code 15-02839, 2026: serial 1 is missing",
        "what the check page says": f"certificate {certificate.code}: product_code",
        "signed texts of certificates": f"signed text of certificate {certificate.code}: another content",
    }


def test_a_malformed_product_code(province):
    certificate = _certificate(province)
    Certificate.objects.filter(pk=certificate.pk).update(product_code="15-2839-1-2026")
    assert _faults() == {
        "certificates": f"certificate {certificate.code}: the register says otherwise (product_code)",
        "words of rows": f"certificates.certificate {certificate.pk}: not found by its own words",
        "product codes": "product code 15-2839-1-2026: malformed",
        "what the check page says": f"certificate {certificate.code}: product_code",
        "signed texts of certificates": f"signed text of certificate {certificate.code}: another content",
    }


def test_a_check_page_that_says_otherwise(province):
    certificate = _certificate(province)
    Lookup.objects.filter(pk=certificate.pk).update(code="0" * 16)
    assert _faults() == {"what the check page says": f"certificate {certificate.code}: code"}


def test_a_gap_in_registration_numbers(province):
    dossier = Dossier.objects.get(pk=province.dossiers["che-shan"].pk)
    assert dossier.registration_no == "1/PĐK-15-02839-2026"
    Dossier.objects.filter(pk=dossier.pk).update(registration_no="")
    assert _faults() == {"registration numbers": "registration number 15-02839, 2026: serial 1 is missing"}


def test_an_idea_that_lost_its_dossier(province):
    used = Idea.objects.filter(used_at__isnull=False).order_by("pk").first()
    Dossier.objects.filter(idea=used).update(idea=None)
    assert _faults() == {"ideas with a dossier": f"idea {used.key}: used, without a dossier"}


@pytest.mark.parametrize("moment", [None, datetime(2022, 1, 1, tzinfo=UTC)])
def test_an_idea_used_at_another_moment(province, moment):
    used = Idea.objects.filter(used_at__isnull=False).order_by("pk").first()
    Idea.objects.filter(pk=used.pk).update(used_at=moment)
    fault = f"idea {used.key}: its dossier was opened at another moment"
    assert _faults() == {"ideas with a dossier": fault}


def test_a_lost_file(province):
    guards.install(connection)
    stored = StoredFile.objects.order_by("uploaded_at", "pk").first()
    key = storage.original_key(stored.sha256)
    content = storage.get(key)
    default_storage.delete(key)
    try:
        assert _faults() == {"files": f"file {stored.pk} ({stored.name})"}
        with pytest.raises(CommandError, match=f"1 of {len(INVARIANTS)} invariants"):
            _verify()
    finally:
        storage.put(key, content)
