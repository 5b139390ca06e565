"""Every key of a folder is read where it belongs, and refused where it is none of ours."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from ocop.kernel.law import RegulationError, loader
from ocop.kernel.law.model import (
    Anomaly,
    Case,
    Criterion,
    EvidenceKind,
    FormerAuthority,
    Leaf,
    Option,
    Part,
    Period,
    ProductSet,
    RoundRule,
    RubricPart,
    Rule,
    Section,
    Stage,
    StarBand,
    Subgroup,
    Variant,
)
from ocop.kernel.law.tests.spoiling import A, B, C, add, at, many
from ocop.kernel.law.tests.whole import whole
from ocop.kernel.text import Label

FILES = [
    "regulation.json",
    "rules.json",
    "criteria.json",
    "sets/01.json",
    "classification.json",
    "evidence.json",
    "procedure.json",
    "anomalies.json",
]
REFERENCES = [
    ("criteria.json", "story.rules", "story.rules"),
    ("sets/01.json", "sector", "sector"),
    ("sets/01.json", "group", "group"),
    ("sets/01.json", "disqualifiers", "disqualifiers"),
    ("sets/01.json", f"{A}.title", "parts.A.sections[0].title"),
    ("sets/01.json", f"{A}.rules", "parts.A.sections[0].rules"),
    ("sets/01.json", f"{A}.criteria.0.use", "parts.A.sections[0].criteria[0].use"),
    ("sets/01.json", f"{B}.use", "parts.B.sections[0].use"),
    ("sets/01.json", f"{C}.subgroups.0.title", "parts.C.sections[0].subgroups[0].title"),
    ("sets/01.json", f"{C}.subgroups.0.rules", "parts.C.sections[0].subgroups[0].rules"),
    ("classification.json", "leaves.0.sector", "leaves[0].sector"),
    ("classification.json", "leaves.0.group", "leaves[0].group"),
    ("classification.json", "leaves.0.agencies", "leaves[0].agencies"),
    ("procedure.json", "stages.0.period", "stages[0].period"),
]

FORGED = Rule("disqualify", "dossier_forged", Label("forged vi", "forged en"), "set")
IMPORTED = Rule("disqualify", "imported", Label("imported vi", "imported en"))
TOP = Rule("mandatory_for", "exported", Label("top vi", "top en"), "section", 5)
FORTNIGHT = Period(15, "days", True, "7")


def both(text: str) -> Label:
    return Label(f"{text} vi", f"{text} en")


def test_who_a_regulation_is(folder):
    loaded = whole(folder).load()
    assert (loaded.code, loaded.number, loaded.label, loaded.issuer) == (
        "qd-test",
        "1/QĐ",
        both("decree"),
        both("issuer"),
    )
    assert (loaded.issued_on, loaded.effective_from, loaded.effective_to) == (
        date(2030, 1, 1),
        date(2030, 2, 1),
        date(2031, 12, 31),
    )
    assert loaded.part_max == {Part.COMMUNITY: 40, Part.MARKETING: 25, Part.QUALITY: 35}
    assert (loaded.replaces, loaded.amended_by) == (("qd-0",), ("2/QĐ",))
    assert (loaded.minimums_by_hand, loaded.notes) == (
        both("by hand"),
        (both("first note"), both("second note")),
    )


def test_who_a_regulation_is_where_it_says_little(folder):
    loaded = folder.load()
    assert (loaded.effective_to, loaded.minimums_by_hand, loaded.notes) == (None, None, ())
    assert (loaded.replaces, loaded.amended_by) == ((), ())


def test_bands_are_read(folder):
    assert whole(folder).load().star_bands == (
        StarBand(5, 90, True, "ministry", both("5")),
        StarBand(4, 70, True, "province", both("4")),
        StarBand(3, 50, True, "province", both("3"), (FormerAuthority("district", date(2030, 6, 30)),)),
        StarBand(2, 30, False, None, both("2")),
        StarBand(1, 0, False, None, both("1")),
    )


def test_bands_are_put_in_order(folder):
    folder.files["regulation.json"]["star_bands"].reverse()
    assert [band.stars for band in folder.load().star_bands] == [5, 4, 3, 2, 1]


def test_leaves_are_read(folder):
    read = Leaf("I.1", both("food"), both("tea"), both("leaf"), 1, (both("agriculture"),))
    assert whole(folder).load().leaves == {"I.1": read}


def test_agencies_of_all_leaves_of_a_set_are_the_agencies_of_the_set(folder):
    leaf = {**folder.files["classification.json"]["leaves"][0], "key": "I.2", "agencies": ["health"]}
    folder.spoil(
        "classification.json",
        many(at("agencies.health", {"vi": "y tế", "en": "health"}), add("leaves", leaf)),
    )
    assert folder.load().set(1).managing_agencies == (both("agriculture"), Label("y tế", "health"))


def test_a_leaf_without_a_group_is_its_own(folder):
    read = Leaf("I.1", both("food"), both("leaf"), both("leaf"), 1, (both("agriculture"),))
    assert folder.load().leaves == {"I.1": read}


@pytest.mark.parametrize("is_mandatory", [True, False])
def test_kinds_of_documents_are_read(folder, is_mandatory):
    loaded = (whole(folder) if is_mandatory else folder).load()
    assert loaded.evidence_kinds == (
        EvidenceKind("tale", both("tale"), both("copy"), is_mandatory, ("story",)),
    )


def test_a_step_of_the_procedure_is_read_with_its_period_in_words(folder):
    loaded = whole(folder).load()
    assert loaded.periods == dict.fromkeys(folder.files["procedure.json"]["periods"], FORTNIGHT)
    assert loaded.stages[0] == Stage(
        key="asking",
        level="commune",
        body="chair",
        label=Label("trong 15 ngày, {tea_break}", "within 15 days, {tea_break}"),
        article="6",
        period=FORTNIGHT,
        papers=(both("letter"), both("list")),
        scores=True,
        decides_stars=(3, 4),
        applies_to=("first", "renewal"),
        is_optional=True,
        from_points=90,
        since=date(2030, 3, 1),
        until=date(2030, 12, 31),
    )


def test_a_step_that_says_little(folder):
    assert folder.load().stages == (
        Stage(
            "province_decision",
            "province",
            "chair",
            both("province_decision"),
            "7",
            decides_stars=(3, 4),
            applies_to=("first",),
        ),
        Stage(
            "ministry_decision",
            "ministry",
            "chair",
            both("ministry_decision"),
            "7",
            decides_stars=(5,),
            applies_to=("first",),
        ),
    )


def test_variants_are_read(folder):
    assert whole(folder).load().variants == (
        Variant("1+2", both("amended"), "9", date(2030, 3, 1), date(2030, 12, 31), both("careful")),
    )


def test_a_variant_that_says_little(folder):
    bare = {"key": "1", "label": {"vi": "một", "en": "one"}, "article": "2"}
    loaded = folder.spoil("procedure.json", at("variants", [bare])).load()
    assert loaded.variants == (Variant("1", Label("một", "one"), "2"),)


def test_a_procedure_without_variants_has_one_for_all_days(folder):
    assert folder.load().variants == (Variant("1/QĐ", both("decree"), "1/QĐ"),)


def test_rounds_and_applicants_are_read(folder):
    loaded = folder.load()
    assert loaded.rounds == (RoundRule("province", 1, (4, 30), (6, 30), "5"),)
    assert loaded.applicants == {"cooperative": None, "association": (1,)}


@pytest.mark.parametrize(("written", "read"), [("01-01", (1, 1)), ("12-31", (12, 31)), ("2-09", (2, 9))])
def test_days_of_a_year(folder, written, read):
    loaded = folder.spoil("procedure.json", at("rounds.0.proposed_before", written)).load()
    assert loaded.rounds[0].proposed_before == read


@pytest.mark.parametrize("written", ["00-10", "13-10", "10-00", "10-32", "a-10", "10-b", "10", "", "-10"])
@pytest.mark.parametrize("key", ["proposed_before", "held_before"])
def test_what_is_no_day_of_a_year(folder, key, written):
    folder.spoil("procedure.json", at(f"rounds.0.{key}", written))
    assert refusal(folder) == (f"qd-test/procedure.json, rounds[0].{key}: expected month and day like 06-30")


def test_doubts_are_read(folder):
    assert whole(folder).load().anomalies == (
        Anomaly(
            id="t-01",
            set_number=1,
            location="A/1.1 option 2",
            kind="points_doubtful",
            published="39",
            used="39",
            resolution="kept_as_published",
            why=both("doubt"),
            affects_scoring=True,
            suggested="37",
            criterion="1.1",
            option_place=2,
            suggested_points=37,
            suggested_min_for_stars=3,
            explains=("option_max", "option_count"),
            missing_fact="dossier_forged",
        ),
    )


OPTIONAL_OF_A_DOUBT = ("set", "suggested", "criterion", "option_place", "suggested_points")


def test_a_doubt_that_says_little(folder):
    for key in OPTIONAL_OF_A_DOUBT:
        folder.spoil("anomalies.json", at(f"anomalies.0.{key}", ...))
    assert folder.load().anomalies == (
        Anomaly(
            id="t-01",
            set_number=None,
            location="A/1.1 option 2",
            kind="points_doubtful",
            published="39",
            used="39",
            resolution="kept_as_published",
            why=both("doubt"),
            affects_scoring=True,
        ),
    )


def first_criteria(*, is_whole: bool) -> tuple[Criterion, ...]:
    """1.1 with a ladder, 1.2 with yes or no."""
    a = Part.COMMUNITY
    options = (
        Option(1, 1, both("low"), 3),
        Option(2, 39, both("high"), None, "39*" if is_whole else None),
    )
    return (
        Criterion(
            "1.1",
            a,
            "1",
            both("origin"),
            39,
            options,
            min_for_stars=4 if is_whole else None,
            rules=(IMPORTED,),
            key="origin",
            max_published="93" if is_whole else None,
        ),
        Criterion("1.2", a, "1", both("label"), 1, is_boolean=True, key="label"),
    )


def third_criteria() -> tuple[Criterion, ...]:
    """3.1.1 under a heading, 3.2 with two cases."""
    c = Part.QUALITY
    look = (Option(1, 0, both("plain")), Option(2, 10, both("fine")))
    cases = (
        Case("a", both("community"), (Option(1, 5, both("some")), Option(2, 25, both("all"))), 25),
        Case("b", both("site"), (Option(1, 10, both("basic")), Option(2, 20, both("full"))), 20),
    )
    return (
        Criterion("3.1.1", c, "3", both("look"), 10, look, subgroup="3.1", key="look"),
        Criterion("3.2", c, "3", both("safety"), 25, cases=cases, key="safety"),
    )


def small_set(*, is_whole: bool) -> ProductSet:
    """Set 1 as it must be read."""
    a, b, c = Part
    extra: dict[str, Any] = {
        "requirement": both("tell"),
        "notes": (both("a note"),),
        "rules": (TOP, IMPORTED),
    }
    story = (Option(1, 0, both("none")), Option(2, 10, both("short"), 4), Option(3, 25, both("long")))
    told = Criterion("2", b, "2", both("story"), 25, story, key="story", **(extra if is_whole else {}))

    def more(note: str) -> dict[str, Any]:
        return {"notes": (both(note),), "rules": (TOP,)} if is_whole else {}

    heading = Subgroup("3.1", both("look"), 10, **more("of a subgroup"))
    first = Section("1", a, both("making"), 40, first_criteria(is_whole=is_whole), **more("of a section"))
    third = Section("3", c, both("look"), 35, third_criteria(), (heading,))
    return ProductSet(
        number=1,
        label=both("fruit"),
        sector=both("food"),
        group=both("tea") if is_whole else both("fruit"),
        parts=(
            RubricPart(a, both("A"), 40, (first,)),
            RubricPart(b, both("B"), 25, (Section("2", b, both("story"), 25, (told,), is_single=True),)),
            RubricPart(c, both("C"), 35, (third,)),
        ),
        disqualifiers=(FORGED,),
        sample_count=5,
        managing_agencies=(both("agriculture"),),
        forgery_doubt="t-01" if is_whole else None,
    )


def test_a_set_is_read(folder):
    assert whole(folder).load().sets == {1: small_set(is_whole=True)}


def test_a_set_that_says_little(folder):
    assert folder.load().sets == {1: small_set(is_whole=False)}


def test_a_set_to_which_no_leaf_leads_has_no_agencies(folder):
    folder.spoil("classification.json", at("leaves", []))
    assert folder.load().set(1).managing_agencies == ()


def test_a_set_without_a_rubric(folder):
    read = folder.spoil("sets/01.json", at("parts", ...)).load().set(1)
    assert (read.parts, read.has_rubric, dict(read.criteria)) == ((), False, {})


def refusal(folder) -> str:
    with pytest.raises(RegulationError) as caught:
        folder.load()
    return str(caught.value)


def objects(values: object, place: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every object of a file with its place as an error names it."""
    if isinstance(values, dict):
        yield place, values
        for key, value in values.items():
            yield from objects(value, f"{place}.{key}" if place else key)
    elif isinstance(values, list):
        for number, value in enumerate(values):
            yield from objects(value, f"{place}[{number}]")


@pytest.mark.parametrize("file", FILES)
def test_a_key_that_is_none_of_ours_is_refused_in_every_object(folder, file):
    """A table, whose keys are free, refuses what stands there instead."""
    for place, values in list(objects(whole(folder).files[file])):
        values["odd"] = 0
        inside = f"{place}.odd" if place else "odd"
        assert refusal(folder) in {
            f"qd-test/{file}, {place}: unknown key odd" if place else f"qd-test/{file}: unknown key odd",
            f"qd-test/{file}, {inside}: expected an object, found 0",
        }
        del values["odd"]
        loader._load.cache_clear()


@pytest.mark.parametrize(("file", "path", "place"), REFERENCES)
def test_a_name_that_nothing_bears_is_named_where_it_stands(folder, file, path, place):
    whole(folder).spoil(file, at(path, ["unheard"] if place.endswith("s") else "unheard"))
    assert refusal(folder) == f"qd-test/{file}, {place}: nothing shared is called 'unheard'"
