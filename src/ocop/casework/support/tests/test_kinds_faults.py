"""Every fault of the table of kinds stops the start, with a sentence that names the place."""

from __future__ import annotations

import copy

import pytest

from ocop.casework.support.rules.loading import KindsError, read_kinds
from ocop.casework.support.tests.test_kinds import rows


def _without(name):
    def change(row):
        del row[name]

    return change


def _with(name, value):
    def change(row):
        row[name] = value

    return change


def _in_field(name, value):
    def change(row):
        row["fields"][0][name] = value

    return change


FIELD, STEP = "kind standard, field standard", "kind standard, step survey"
ASKS = "kind standard: finish asks for what the kind does not have"
PARTY = {"key": "buyer", "vi": "Bên mua", "en": "Buyer"}
GOOD = {"key": "good", "vi": "Tốt", "en": "Good", "is_good": True}
FAULTS = {
    "no slug": (_without("slug"), "kind standard: missing slug"),
    "no words": (_with("vi", ""), "kind standard: needs vi and en"),
    "words with blanks": (_with("en", " Standard"), "kind standard: needs vi and en"),
    "unknown word": (_with("colour", "red"), "kind standard: unknown colour"),
    "slug of another address": (
        _with("slug", "viec"),
        "kind standard: the slug viec is taken by another address",
    ),
    "slug that is none": (_with("slug", "Tiêu chuẩn"), "kind standard: 'Tiêu chuẩn' is no key"),
    "unknown type": (
        _in_field("type", "float"),
        f"{FIELD}: choices belong to the type choice, and to it alone",
    ),
    "unknown type without choices": (
        lambda row: row["fields"][1].update(type="float"),
        "kind standard, field scope: unknown word float",
    ),
    "choice without choices": (
        lambda row: row["fields"][0].pop("choices"),
        f"{FIELD}: choices belong to the type choice, and to it alone",
    ),
    "required in words": (_in_field("required", "yes"), f"{FIELD}: required is true or false"),
    "column that is no field": (_with("columns", ["price"]), "kind standard: columns name no field: price"),
    "finish that is no field": (
        _with("finish", {"facts": ["price"]}),
        "kind standard: finish.facts name no field: price",
    ),
    "finish with an unknown word": (_with("finish", {"money": True}), "kind standard, finish: unknown money"),
    "finish asks for looks": (_with("finish", {"look": "photo"}), f"{ASKS}: look"),
    "finish asks for an unknown look": (
        _with("finish", {"look": "blue"}),
        "kind standard, finish: unknown word blue",
    ),
    "finish asks for parties": (_with("finish", {"parties": 2}), f"{ASKS}: parties"),
    "finish asks for kits": (_with("finish", {"kits": True}), f"{ASKS}: kits"),
    "expires without a date": (_with("expires", "scope"), "kind standard: expires names no date"),
    "expires without notice": (
        _with("expiry_notice_days", 0),
        "kind standard: expires and expiry_notice_days belong together",
    ),
    "a step without days": (
        lambda row: row["steps"][0].pop("days"),
        f"{STEP}: days must be a whole number from 1",
    ),
    "two steps of a key": (
        lambda row: row["steps"].append(row["steps"][0]),
        "kind standard: steps: double survey",
    ),
    "two fields of a key": (
        lambda row: row["fields"].append(row["fields"][0]),
        "kind standard: fields: double standard",
    ),
    "looks without a good state": (
        _with("looks", {"states": [{"key": "bad", "vi": "Hỏng", "en": "Bad"}]}),
        "kind standard, looks: no state is good",
    ),
    "no key": (_with("key", "Standard"), "kind Standard: 'Standard' is no key"),
    "two words missing": (
        lambda row: [row.pop("slug"), row.pop("icon")],
        "kind standard: missing icon, slug",
    ),
    "two unknown words": (
        lambda row: row.update(size=1, colour="red"),
        "kind standard: unknown colour, size",
    ),
    "kits in words": (_with("kits", "no"), "kind standard: kits is true or false"),
    "two columns that are no field": (
        _with("columns", ["price", "size"]),
        "kind standard: columns name no field: price, size",
    ),
    "a column twice": (_with("columns", ["scope", "scope"]), "kind standard: columns: double scope"),
    "a fact twice": (
        _with("finish", {"facts": ["scope", "scope"]}),
        "kind standard: finish.facts: double scope",
    ),
    "two criteria of a key": (_with("helps", ["a", "b", "b", "a"]), "kind standard: helps: double a, b"),
    "two parties of a key": (
        _with("parties", [PARTY, PARTY]),
        "kind standard: parties: double buyer",
    ),
    "a party in other words": (
        _with("parties", [{**PARTY, "count": 1}]),
        "kind standard, buyer: unknown count",
    ),
    "a party without words": (
        _with("parties", [{"key": "buyer", "vi": "Bên mua"}]),
        "kind standard, buyer: missing en",
    ),
    "a party that counts in words": (
        _with("parties", [{**PARTY, "needs_count": "yes"}]),
        "kind standard: needs_count is true or false",
    ),
    "finish asks for steps and kits": (
        lambda row: row.update(steps=[], finish={"steps": True, "kits": True}),
        f"{ASKS}: steps, kits",
    ),
    "finish in words": (
        _with("finish", {"beneficiaries": 1}),
        "kind standard, finish: beneficiaries is true or false",
    ),
    "a field that is no key": (_in_field("key", "Tên"), "kind standard, field Tên: 'Tên' is no key"),
    "a field in other words": (_in_field("size", 1), f"{FIELD}: unknown size"),
    "a field without words": (_in_field("vi", " "), f"{FIELD}: needs vi and en"),
    "a field with half a help": (_in_field("help", {"vi": "Ví dụ"}), f"{FIELD}, help: needs vi and en"),
    "a choice twice": (
        lambda row: row["fields"][0]["choices"].append(row["fields"][0]["choices"][0]),
        f"{FIELD}: choices: double iso_22000",
    ),
    "a choice that is no key": (
        lambda row: row["fields"][0]["choices"][0].update(key="VietGAP"),
        f"{FIELD}, VietGAP: 'VietGAP' is no key",
    ),
    "a choice without words": (
        lambda row: row["fields"][0]["choices"][0].update(en=""),
        f"{FIELD}, iso_22000: needs vi and en",
    ),
    "a step in no days": (
        lambda row: row["steps"][0].update(days=0),
        f"{STEP}: days must be a whole number from 1",
    ),
    "a step without words": (
        lambda row: row["steps"][0].update(vi=""),
        "kind standard, survey: needs vi and en",
    ),
    "looks without states": (_with("looks", {}), "kind standard, looks: missing states"),
    "a look in words": (
        _with("looks", {"states": [{**GOOD, "is_good": "yes"}]}),
        "kind standard, looks: is_good is true or false",
    ),
    "a look without words": (
        _with("looks", {"states": [{**GOOD, "vi": ""}]}),
        "kind standard, looks, good: needs vi and en",
    ),
    "two looks of a key": (_with("looks", {"states": [GOOD, GOOD]}), "kind standard, looks: double good"),
    "sales in words": (
        _with("looks", {"states": [GOOD], "sales": "yes"}),
        "kind standard, looks: sales is true or false",
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_faulty_row_stops_the_start(name):
    change, words = FAULTS[name]
    row = copy.deepcopy(next(row for row in rows() if row["key"] == "standard"))
    change(row)
    with pytest.raises(KindsError) as info:
        read_kinds([row])
    assert str(info.value) == words


def test_two_kinds_of_a_key_or_slug_stop_the_start():
    row = rows()[0]
    with pytest.raises(KindsError, match=r"^kinds: double training$"):
        read_kinds([row, row])
    with pytest.raises(KindsError, match=r"^slugs: double dao-tao$"):
        read_kinds([row, {**row, "key": "course"}])


COUNTED = {"rule": "loans", "vi": "Khoản vay", "en": "Loans", "way": "activities"}
OTHER = "kind standard, counts_for other"
NO_RULE = "no such rule; known are loans, grants, and a row with words makes one"
COUNTING_FAULTS = {
    "no list": ("fairs", "kind standard: counts_for is a list"),
    "a rule that nobody describes": (["credit"], f"kind standard, counts_for credit: {NO_RULE}"),
    "a rule that is no key": (["Tín dụng"], "kind standard, counts_for: 'Tín dụng' is no key"),
    "a rule of the programme": (
        [{**COUNTED, "rule": "renewals"}],
        "kind standard, counts_for renewals: the programme counts this itself",
    ),
    "a rule of the programme by its key": (["renewals"], f"kind standard, counts_for renewals: {NO_RULE}"),
    "a rule described twice": ([COUNTED], "rules: double loans"),
    "a rule named twice": (["loans", "loans"], "kind standard: counts_for: double loans"),
    "a key longer than targets keep": (
        [{**COUNTED, "rule": "x" * 31}],
        f"kind standard, counts_for {'x' * 31}: the key of a rule has at most 30 characters",
    ),
    "no words": ([{**COUNTED, "rule": "other", "vi": ""}], f"{OTHER}: needs vi and en"),
    "no way": ([{"rule": "other", "vi": "Khác", "en": "Other"}], f"{OTHER}: missing way"),
    "an unknown way": ([{**COUNTED, "rule": "other", "way": "hours"}], f"{OTHER}: unknown word hours"),
    "an unknown scope": (
        [{**COUNTED, "rule": "other", "narrowed_by": ["colour"]}],
        f"{OTHER}: unknown word colour",
    ),
    "a scope not heeded": (
        [{**COUNTED, "rule": "other", "narrowed_by": ["stars_from"]}],
        f"{OTHER}: activities do not heed stars_from",
    ),
    "a group of activities": (
        [{**COUNTED, "rule": "other", "group": "producer"}],
        f"{OTHER}: group belongs to attendances",
    ),
    "kits of a kind without": (
        [{**COUNTED, "rule": "other", "way": "kits"}],
        f"{OTHER}: kits are counted where a kind has kits, and this has not",
    ),
    "attendances without a group": (
        [{**COUNTED, "rule": "other", "way": "attendances"}],
        f"{OTHER}: attendances need a group",
    ),
    "attendances of a kind without": (
        [{**COUNTED, "rule": "other", "way": "attendances", "group": "producer"}],
        f"{OTHER}: attendances are counted where a kind has finish.attendance, and this has not",
    ),
    "attendances of an unknown group": (
        [{**COUNTED, "rule": "other", "way": "attendances", "group": "children"}],
        f"{OTHER}: unknown word children",
    ),
    "a described rule that is no key": (
        [{**COUNTED, "rule": "Khác"}],
        "kind standard, counts_for Khác: 'Khác' is no key",
    ),
    "two scopes not heeded": (
        [{**COUNTED, "rule": "other", "way": "attendances", "narrowed_by": ["years", "set_numbers"]}],
        f"{OTHER}: attendances do not heed set_numbers, years",
    ),
    "answers for activities": (
        [{**COUNTED, "rule": "other", "held_for": {}}],
        f"{OTHER}: held_for belongs to attendances",
    ),
    "other words": ([{**COUNTED, "rule": "other", "colour": "red"}], f"{OTHER}: unknown colour"),
}


@pytest.mark.parametrize("name", COUNTING_FAULTS)
def test_a_faulty_count_stops_the_start(name):
    counts_for, words = COUNTING_FAULTS[name]
    found = {row["key"]: row for row in rows()}
    fair = {**found["fair"], "counts_for": [COUNTED, {**COUNTED, "rule": "grants"}]}
    with pytest.raises(KindsError) as info:
        read_kinds([fair, {**found["standard"], "counts_for": counts_for}])
    assert str(info.value) == words


@pytest.mark.parametrize(
    ("held_for", "words"),
    [
        ("producers", "a list of answers for a field"),
        ({"audience": "producers"}, "a list of answers for a field"),
        ({"audience": []}, "no answers of a field: audience"),
        ({"audience": ["children"]}, "no answers of a field: audience"),
        ({"pupils": ["both"]}, "no answers of a field: pupils"),
    ],
)
def test_a_course_held_for_nobody_stops_the_start(held_for, words):
    row = rows()[0]
    row["counts_for"] = [{**row["counts_for"][0], "held_for": held_for}]
    with pytest.raises(KindsError, match=words):
        read_kinds([row])


def test_producers_helped_are_counted_only_where_finished_help_names_them():
    row = {**rows()[0], "counts_for": [{**COUNTED, "way": "producers"}]}
    with pytest.raises(KindsError, match=r"producers are counted where a kind has finish\.beneficiaries"):
        read_kinds([row])
