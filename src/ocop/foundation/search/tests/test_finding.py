"""Search answers as the rule says, on both databases, whatever is typed; the index follows every write."""

from datetime import datetime

import pytest
from django.db import connection
from django.db.models.functions import Upper
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ocop.foundation.search import index
from ocop.kernel.text import answers, answers_whole, asked, searchable
from ocop.registers.producers.models import Producer

pytestmark = [pytest.mark.django_db, pytest.mark.differs]

NAMES = (
    "Chè Shan Bản Lầu", "CHÈO thuyền", "Che nắng", "Dứa sấy", "Dưa lê", "Đường phèn", "Duong",
    "Hoà Bình", "Hòa Phát", "Ea H’Leo", "HTX \"AND\" 4.0-x*", "Thuốc bắc", "中国茶", "👍", "", "a" * 200,
    "Ruộng bậc thang (xã cũ: Bản Xen)",
)  # fmt: skip
ASKED = {
    "chè": ["Chè Shan Bản Lầu", "CHÈO thuyền"],
    "che": ["Chè Shan Bản Lầu", "CHÈO thuyền", "Che nắng"],
    "CHÈ  shan": ["Chè Shan Bản Lầu"],
    "lầu chè": ["Chè Shan Bản Lầu"],
    "lau, che!": ["Chè Shan Bản Lầu"],
    "chè lâu": [],
    "hè": [],
    "dua": ["Dứa sấy", "Dưa lê"],
    "dứa": ["Dứa sấy"],
    "du\u031b\u0301a": ["Dứa sấy"],
    "dưa": ["Dưa lê"],
    "đư": [],
    "đường": ["Đường phèn"],
    "duong": ["Đường phèn", "Duong"],
    "hoà": ["Hoà Bình", "Hòa Phát"],
    "hòa b": ["Hoà Bình"],
    "hleo": ["Ea H’Leo"],
    "h'leo": ["Ea H’Leo"],
    "AND": ['HTX "AND" 4.0-x*'],
    '"and" OR': [],
    '"and" x*': ['HTX "AND" 4.0-x*'],
    "htx -4": ['HTX "AND" 4.0-x*'],
    "NOT and": [],
    "'; --": list(NAMES),
    "***": list(NAMES),
    "": list(NAMES),
    "👍": list(NAMES),
    "中": ["中国茶"],
    "国": [],
    "a" * 5000: ["a" * 200],
    "a\x00b": [],
    "(xen | bậc) & !ban": ["Ruộng bậc thang (xã cũ: Bản Xen)"],
    "thuốc b": ["Thuốc bắc"],
}  # fmt: skip


def make(*names: str) -> None:
    Producer.objects.bulk_create(
        Producer(
            name=name[:200], slug=f"s-{number}", legal_form="cooperative", source="office",
            search_text=searchable(name), created_at=datetime.fromisoformat("2026-01-01T00:00:00+07:00"),
        )
        for number, name in enumerate(names)
    )  # fmt: skip


def found(question: str, how: str = "finds") -> list[str]:
    rows = Producer.objects.filter(**{f"search_text__{how}": question})
    return list(rows.order_by("pk").values_list("name", flat=True))


def test_the_table_of_questions() -> None:
    make(*NAMES)
    assert {question: found(question) for question in ASKED} == ASKED


def test_whole_words() -> None:
    make(*NAMES)
    assert found("che", "finds_whole") == ["Chè Shan Bản Lầu", "Che nắng"]
    assert found("chè lầu", "finds_whole") == ["Chè Shan Bản Lầu"]
    assert found("***", "finds_whole") == list(NAMES)


def test_names_and_holders_by_themselves() -> None:
    make("Chè Shan")
    Producer.objects.update(search_text=searchable("Sa Pa", name="Chè Shan", holder="HTX Mường Chè"))
    asked_for = {"che": (True, True), "shan": (True, False), "mường": (False, True), "sa pa": (False, False)}
    told = {
        words: tuple(bool(found(words, how)) for how in ("finds_named", "finds_held")) for words in asked_for
    }
    assert told == asked_for
    assert all(found(words) for words in asked_for)
    assert not any(found(f"{sign}shan", "finds_whole") for sign in "¹²")


LETTERS = st.text(
    st.sampled_from("aAăâàảáạbdđeèêếhoóơuưyÝ \u0300\u0301\u0323\u031b'’\"*-&|!():\\%_中👍½ﬁ٣"), max_size=9
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(names=st.lists(LETTERS, max_size=6), questions=st.lists(LETTERS, min_size=1, max_size=6))
def test_the_database_reads_the_rule(names: list[str], questions: list[str]) -> None:
    Producer.objects.all().delete()
    make(*names)
    for question in [*questions, *names]:
        words = asked(question)
        assert found(question) == [name for name in names if answers(searchable(name), words)]
        assert found(question, "finds_whole") == [
            name for name in names if answers_whole(searchable(name), words)
        ]


def test_the_index_follows_every_write() -> None:
    make("Chè", "Dứa")
    Producer.objects.filter(name="Chè").update(search_text="gao")
    assert (found("chè"), found("gạo"), found("gao")) == ([], [], ["Chè"])
    one = Producer.objects.get(name="Dứa")
    one.search_text = searchable("Mận")
    one.save(update_fields=["search_text"])
    assert (found("dứa"), found("mận")) == ([], ["Dứa"])
    Producer.objects.filter(name="Dứa").update(name=Upper("name"))
    one.delete()
    assert found("mận") == []
    assert list(index.faults(connection)) == []


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL keeps its index itself")
def test_a_lost_trigger_and_a_wrong_index_are_named_and_mended() -> None:
    make("Chè")
    name = "producers_producer_search_text_words"
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TRIGGER {name}_is_changed")
    assert list(index.faults(connection)) == [f"{name}: missing"]
    Producer.objects.update(search_text="gao")
    index.install(connection)
    assert (found("chè"), found("gao"), list(index.faults(connection))) == ([], ["Chè"], [])
    with connection.cursor() as cursor:
        cursor.execute(f"INSERT INTO {name} ({name}) VALUES ('delete-all')")
    assert list(index.faults(connection)) == [f"{name}: differs from the rows"]
    index.install(connection, anew=True)
    assert (found("gao"), list(index.faults(connection))) == (["Chè"], [])
