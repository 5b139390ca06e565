"""Reading everything of a regulation that is not a rubric:
bands, classification, evidence, procedure, anomalies.
"""

from __future__ import annotations

from collections.abc import Mapping

from ocop.kernel.law.model import (
    Anomaly,
    EvidenceKind,
    FormerAuthority,
    Leaf,
    Period,
    RoundRule,
    Stage,
    StarBand,
    Variant,
)
from ocop.kernel.law.readings import UNPRINTED_FACTS
from ocop.kernel.law.record import Record
from ocop.kernel.law.shared import look_up, look_up_all, read_labels
from ocop.kernel.text import Label

LEVELS = ("producer", "commune", "district", "province", "ministry")
UNITS = ("working_days", "days", "months")
CASE_TYPES = ("first", "upgrade", "renewal", "revocation")
RESOLUTIONS = (
    "corrected_for_scoring",
    "kept_as_published",
    "read_as_meant",  # a misprint without effect on the score; our own wording says what was meant
    "column_used",
    "deduplicated",
    "structural",
    "not_recovered",
)


def read_bands(record: Record) -> tuple[StarBand, ...]:
    """The star bands of a regulation, highest first."""
    bands = [_read_band(band) for band in record.records("star_bands")]
    return tuple(sorted(bands, key=lambda band: -band.stars))


def _read_band(record: Record) -> StarBand:
    band = StarBand(
        stars=record.get("stars", int),
        min=record.get("min", int),
        is_recognised=record.get("is_recognised", bool),
        authority=record.choice("authority", LEVELS) if "authority" in record else None,
        label=record.label("label"),
        former_authorities=tuple(_read_former(former) for former in record.records("former_authorities")),
    )
    record.close()
    return band


def _read_former(record: Record) -> FormerAuthority:
    former = FormerAuthority(record.choice("level", LEVELS), record.day("until"))
    record.close()
    return former


def read_leaves(record: Record, sectors: Mapping[str, Label], groups: Mapping[str, Label]) -> dict[str, Leaf]:
    """The classification by leaf keys such as I.1.a."""
    agencies = read_labels(record, "agencies")
    leaves = {}
    for item in record.records("leaves"):
        label = item.label("label")
        leaf = Leaf(
            key=item.get("key", str),
            sector=look_up(sectors, item.get("sector", str), item, "sector"),
            group=look_up(groups, item.get("group", str), item, "group") if "group" in item else label,
            label=label,
            set_number=item.get("set", int),
            managing_agencies=look_up_all(agencies, item, "agencies"),
        )
        item.close()
        if leaf.key in leaves:
            raise item.fail(f"leaf {leaf.key} is listed twice")
        leaves[leaf.key] = leaf
    record.close()
    return leaves


def read_evidence(record: Record) -> tuple[EvidenceKind, ...]:
    """The kinds of documents that a dossier carries."""
    kinds = []
    for item in record.records("kinds"):
        kinds.append(
            EvidenceKind(
                key=item.get("key", str),
                label=item.label("label"),
                requirement=item.label("requirement"),
                is_mandatory=item.find("is_mandatory", bool) or False,
                criteria_names=item.texts("criteria"),
            )
        )
        item.close()
    record.close()
    return tuple(kinds)


def read_periods(record: Record) -> dict[str, Period]:
    """The legal periods by their names."""
    return {key: _read_period(record.record(key)) for key in record}


def _read_period(record: Record) -> Period:
    period = Period(
        amount=record.get("amount", int),
        unit=record.choice("unit", UNITS),
        rolls=record.get("rolls", bool),
        article=record.get("article", str),
    )
    record.close()
    return period


def read_stages(record: Record, periods: Mapping[str, Period]) -> tuple[Stage, ...]:
    """The steps of the procedure in their order."""
    return tuple(_read_stage(stage, periods) for stage in record.records("stages"))


def _read_stage(record: Record, periods: Mapping[str, Period]) -> Stage:
    cases = record.texts("applies_to")
    if not cases or any(case not in CASE_TYPES for case in cases):
        raise record.fail(f"expected some of {', '.join(CASE_TYPES)}", "applies_to")
    stage = Stage(
        key=record.get("key", str),
        level=record.choice("level", LEVELS),
        body=record.get("body", str),
        label=_with_periods(record.label("label"), periods),
        article=record.get("article", str),
        period=look_up(periods, record.get("period", str), record, "period") if "period" in record else None,
        papers=record.labels("papers"),
        scores=record.find("scores", bool) or False,
        decides_stars=record.numbers("decides_stars"),
        applies_to=cases,
        is_optional=record.find("is_optional", bool) or False,
        from_points=record.find("from_points", int),
        since=record.find_day("since"),
        until=record.find_day("until"),
    )
    record.close()
    return stage


def _with_periods(label: Label, periods: Mapping[str, Period]) -> Label:
    """The label with each `{name of a period}` in words, so that a number stands in the data once."""
    for name, period in periods.items():
        place, words = f"{{{name}}}", period.words
        label = Label(label.vi.replace(place, words.vi), label.en.replace(place, words.en))
    return label


def read_variants(record: Record, number: str, label: Label) -> tuple[Variant, ...]:
    """The procedure as issued and as amended, oldest first; one for all days where none is listed."""
    return tuple(_read_variant(item) for item in record.records("variants")) or (
        Variant(number, label, number),
    )


def _read_variant(record: Record) -> Variant:
    variant = Variant(
        key=record.get("key", str),
        label=record.label("label"),
        article=record.get("article", str),
        since=record.find_day("since"),
        until=record.find_day("until"),
        warning=record.label("warning") if "warning" in record else None,
    )
    record.close()
    return variant


def read_rounds(record: Record) -> tuple[RoundRule, ...]:
    """The yearly rounds."""
    return tuple(_read_round(item) for item in record.records("rounds"))


def _read_round(record: Record) -> RoundRule:
    rule = RoundRule(
        level=record.choice("level", LEVELS),
        number=record.get("number", int),
        proposed_before=_day_of_year(record, "proposed_before"),
        held_before=_day_of_year(record, "held_before"),
        article=record.get("article", str),
    )
    record.close()
    return rule


def _day_of_year(record: Record, key: str) -> tuple[int, int]:
    """Month and day of a text like 06-30."""
    month, _, day = record.get(key, str).partition("-")
    if not (month.isdecimal() and day.isdecimal() and 1 <= int(month) <= 12 and 1 <= int(day) <= 31):
        raise record.fail("expected month and day like 06-30", key)
    return int(month), int(day)


def read_applicants(record: Record) -> dict[str, tuple[int, ...] | None]:
    """Legal forms and the sets that each may enter; an empty object means every set."""
    applicants: dict[str, tuple[int, ...] | None] = {}
    for form in record:
        item = record.record(form)
        applicants[form] = item.numbers("sets") if "sets" in item else None
        item.close()
    return applicants


def read_anomalies(record: Record) -> tuple[Anomaly, ...]:
    """The doubtful places of the printed text."""
    anomalies = tuple(_read_anomaly(item) for item in record.records("anomalies"))
    record.close()
    return anomalies


def _read_anomaly(record: Record) -> Anomaly:
    anomaly = Anomaly(
        id=record.get("id", str),
        set_number=record.find("set", int),
        location=record.get("location", str),
        kind=record.get("kind", str),
        published=record.get("published", str),
        used=record.get("used", str),
        resolution=record.choice("resolution", RESOLUTIONS),
        why=record.label("why"),
        affects_scoring=record.get("affects_scoring", bool),
        suggested=record.find("suggested", str),
        criterion=record.find("criterion", str),
        option_place=record.find("option_place", int),
        suggested_points=record.find("suggested_points", int),
        suggested_min_for_stars=record.find("suggested_min_for_stars", int),
        explains=record.texts("explains"),
        missing_fact=record.choice("missing_fact", UNPRINTED_FACTS) if "missing_fact" in record else None,
    )
    record.close()
    return anomaly
