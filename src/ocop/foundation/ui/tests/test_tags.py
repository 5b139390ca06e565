"""Tags and filters, in both languages."""

import datetime
import re
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from django.template import Context, Template
from django.test import RequestFactory
from django.utils import translation

from ocop.foundation.ui.parts import Happening, Tab, Todo
from ocop.foundation.ui.static_files import HashedFiles
from ocop.foundation.ui.templatetags import ui as tags
from ocop.foundation.ui.tests.markup import tight

SOURCE = Path(__file__).resolve().parents[3]
TODAY = datetime.date(2026, 11, 23)
LATE_AT_NIGHT = datetime.datetime(2026, 11, 23, 18, 30, tzinfo=datetime.UTC)


def shown(template: str, **context: object) -> str:
    return tight(Template(template).render(Context(context)))


def test_every_icon_named_in_a_template_exists() -> None:
    named = {
        name
        for path in SOURCE.rglob("templates/**/*.html")
        for name in re.findall(r'{% icon "([^"]+)"', path.read_text(encoding="utf-8"))
    }
    assert named - tags.icon_names() == set()


def test_an_unknown_icon_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="there is no icon named 'ladder'"):
        tags.icon("ladder")


def test_an_icon_is_decoration_unless_it_has_a_label() -> None:
    assert 'aria-hidden="true"' in tags.icon("check")
    assert 'role="img" aria-label="Xong"' in tags.icon("check", "Xong")


@pytest.mark.parametrize("count", range(6))
def test_stars_are_drawn_and_spoken(count: int) -> None:
    picture = tags.stars(count)
    drawn = (picture.count('class="star"'), picture.count('class="star star-empty"'))
    assert drawn == (count, 5 - count)
    assert f'aria-label="{count}/5 sao"' in picture


@pytest.mark.parametrize("kind", ["ok", "wait", "warn", "bad", "info"])
def test_a_chip_has_a_shape_and_a_word(kind: str) -> None:
    chip = tags.status("Còn <hiệu lực>", kind)
    assert chip.startswith(f'<span class="chip chip-{kind}"><svg')
    assert chip.endswith("Còn &lt;hiệu lực&gt;</span>")


@pytest.mark.parametrize(
    ("days", "words", "english", "kind"),
    [
        (12, "còn 12 ngày", "12 days left", "wait"),
        (7, "còn 7 ngày", "7 days left", "warn"),
        (1, "còn 1 ngày", "1 day left", "warn"),
        (0, "hạn hôm nay", "due today", "warn"),
        (-1, "quá hạn 1 ngày", "1 day late", "bad"),
        (-3, "quá hạn 3 ngày", "3 days late", "bad"),
    ],
)
def test_days_left(days: int, words: str, english: str, kind: str) -> None:
    until = TODAY + datetime.timedelta(days=days)
    assert (tags.days_left(until, TODAY), tags.days_kind(until, TODAY)) == (words, kind)
    with translation.override("en"):
        assert tags.days_left(until, TODAY) == english


def test_no_deadline_says_nothing() -> None:
    assert (tags.days_left(None, TODAY), tags.days_kind(None, TODAY)) == ("", "wait")


def test_dates_and_moments_follow_the_language_and_the_local_clock() -> None:
    vietnamese = (
        tags.ngay(TODAY),
        tags.ngay(LATE_AT_NIGHT),
        tags.gio(LATE_AT_NIGHT),
        tags.ngay(None),
        tags.gio(None),
    )
    assert vietnamese == ("23/11/2026", "24/11/2026", "01:30 24/11/2026", "", "")
    with translation.override("en"):
        assert (tags.ngay(TODAY), tags.gio(LATE_AT_NIGHT)) == ("23 Nov 2026", "01:30 24 Nov 2026")


@pytest.mark.parametrize(
    ("number", "vietnamese", "english"),
    [
        (1234, "1.234", "1,234"),
        (Decimal("1234.5"), "1.234,5", "1,234.5"),
        (Fraction(1, 3), "0,33", "0.33"),
        (Fraction(147, 2), "73,5", "73.5"),
        (None, "", ""),
    ],
)
def test_numbers_follow_the_language(number: object, vietnamese: str, english: str) -> None:
    assert tags.so(number) == vietnamese
    with translation.override("en"):
        assert tags.so(number) == english


@pytest.mark.parametrize(
    ("tag", "query"),
    [
        ("{% page_url page=2 %}", "?q=d%E1%BB%A9a&amp;sap-xep=name&amp;trang=2"),
        ("{% page_url sort='-name' %}", "?q=d%E1%BB%A9a&amp;sap-xep=-name"),
        ("{% page_url export='xlsx' %}", "?q=d%E1%BB%A9a&amp;sap-xep=name&amp;xuat=xlsx"),
        ("{% page_url q=None %}", "?sap-xep=name"),
    ],
)
def test_addresses_keep_the_rest_of_the_query(tag: str, query: str) -> None:
    request = RequestFactory().get("/", {"q": "dứa", "sap-xep": "name", "trang": "4"})
    assert shown(tag, request=request) == query


def test_the_thread_tells_who_when_and_why() -> None:
    at = datetime.datetime(2026, 11, 23, 10, 32, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
    html = shown(
        "{% thread entries %}", entries=[Happening("Trả lại", at, "Minh", "Thiếu giấy", kind="warn")]
    )
    parts = (
        '<li class="thread-warn">',
        "Trả lại</p>",
        "10:32 23/11/2026</time>· Minh",
        "<blockquote>Thiếu giấy",
    )
    assert [html.count(part) for part in parts] == [1] * 4
    assert shown("{% thread entries %}", entries=[]).count("Chưa có việc nào được ghi lại.") == 1


def test_steps_say_their_state_in_words() -> None:
    states = ["done", "now", "todo", "fix", "locked"]
    html = shown("{% steps items %}", items=[Todo(state, state) for state in states])
    words = ["đã xong", "đang làm", "cần làm", "cần sửa", "chưa mở"]
    assert [html.count(f"{word}</span>") for word in words] == [1] * 5


def test_the_tab_of_this_page_is_marked() -> None:
    html = shown("{% tabs items %}", items=[Tab("Hồ sơ", "/1/", is_current=True), Tab("Tệp", "/2/", count=0)])
    assert html.count('<a href="/1/" aria-current="page">Hồ sơ</a>') == 1
    assert html.count('<a href="/2/">Tệp<span class="count">0</span></a>') == 1


def test_an_empty_place_says_what_to_do() -> None:
    html = shown('{% empty "Chưa có hồ sơ" "Bắt đầu từ đây." "/moi/" "Tạo hồ sơ" %}')
    assert html.count('<a class="button" href="/moi/">Tạo hồ sơ</a>') == 1
    assert "button" not in shown('{% empty "Chưa có hồ sơ" %}')


def test_a_figure_leads_to_its_rows() -> None:
    assert shown('{% figure 1234 "sản phẩm" "/sp/" %}').startswith('<a class="figure" href="/sp/">')
    assert shown('{% figure 1234 "sản phẩm" %}').count(">1.234<") == 1


@pytest.mark.parametrize(
    ("kind", "role"), [("ok", "status"), ("info", "status"), ("warn", "alert"), ("bad", "alert")]
)
def test_notices_speak_up_by_their_weight(kind: str, role: str) -> None:
    assert f'class="notice notice-{kind}" role="{role}"' in shown('{% notice "Lời" kind %}', kind=kind)


def test_words_of_a_template_are_those_of_each_language() -> None:
    template = Template(
        '{% translate "Tải lại" %}|{% translate "Trang" as word %}{{ word }}|{% translate given %}'
    )
    seen = []
    for language in ("vi", "en", "vi", "en"):
        with translation.override(language):
            seen.append(template.render(Context({"given": "Đóng"})))
    assert seen == 2 * ["Tải lại|Trang|Đóng", seen[1]]
    assert seen[0] != seen[1]


def test_words_of_a_context_differ_from_the_same_without() -> None:
    with translation.override("en"):
        assert shown('{% translate "Thông báo" context "inbox" %}') == translation.pgettext(
            "inbox", "Thông báo"
        )


def test_a_file_keeps_its_address(tmp_path: Path) -> None:
    storage = HashedFiles(location=tmp_path, base_url="/static/")
    storage.hashed_files = {"a.css": "a.123.css"}
    assert [storage.url("a.css"), storage.url("a.css")] == ["/static/a.123.css"] * 2
    with pytest.raises(ValueError, match="Missing staticfiles manifest entry"):
        storage.url("b.css")
