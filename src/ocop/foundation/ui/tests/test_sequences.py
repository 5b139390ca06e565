"""Any sequence of typing, sending, losing the network, saving whole, opening anew, on two devices of two
tabs: no value is written twice, none replaces one that its writer has not seen, none is lost unsaid.

The browser is played as `keep.js` does it; the server is the real one.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any

import pytest
from django.http import HttpResponse
from django.shortcuts import redirect
from django.test import RequestFactory
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from ocop.foundation.ui import keeping
from ocop.foundation.ui.forms import Form, TextField

FIELDS = ("name", "story")
SEQUENCES = 200


class Words(Form):
    name = TextField(required=False)
    story = TextField(required=False)


@dataclass
class Server:
    """A form that is a draft itself; notes every write, and whether the writer had seen what it replaced."""

    stored: dict[str, str] = field(default_factory=lambda: dict.fromkeys(FIELDS, ""))
    writes: list[str] = field(default_factory=list)
    unseen: list[tuple[str, str]] = field(default_factory=list)
    writer: Any = None

    def store(self, fields: dict[str, str]) -> None:
        for name, value in fields.items():
            if value == self.stored[name]:
                continue
            if self.stored[name] not in self.writer.saw[name]:
                self.unseen.append((self.stored[name], value))
            self.stored[name] = value
            self.writes.append(value)

    def post(self, device: Device, data: dict[str, Any], kind: str) -> HttpResponse:
        request = RequestFactory().post("/to-khai/", data, headers={"X-Requested-With": kind})
        request.user = SimpleNamespace(pk=7)  # type: ignore[assignment]
        self.writer, at = device, timezone.now()
        make = lambda: Words(request.POST, initial=dict(self.stored))
        if kind == "keep":
            return keeping.answer(request, at, make, lambda _form, fields: self.store(fields))
        with keeping.turn(request, at) as turn:
            if turn.before is not None:
                return redirect(turn.before["go"])
            form = make()
            assert form.is_valid()
            if overtaken := keeping.settle(turn, form):
                told = {one.name: [one.stored, one.mark] for one in overtaken}
                return HttpResponse(json.dumps(told), status=409)
            self.store(form.cleaned_data)
            return turn.finish(redirect("/xong/"))

    def page(self) -> dict[str, str]:
        request = RequestFactory().get("/to-khai/")
        request.user = SimpleNamespace(pk=7)  # type: ignore[assignment]
        bases: dict[str, str] = json.loads(
            keeping.shown(request, Words(initial=dict(self.stored)), "fields").bases
        )
        return bases


@dataclass
class Tab:
    shown: dict[str, str] = field(default_factory=dict)
    bases: dict[str, str] = field(default_factory=dict)
    seen: dict[str, str] = field(default_factory=dict)
    operation: dict[str, str] = field(default_factory=dict)
    whole: dict[str, Any] | None = None


class Device:
    """A browser: its tabs, what it keeps, what it has shown to the person."""

    def __init__(self, server: Server, names: Names) -> None:
        self.server, self.names, self.records = server, names, list[dict[str, Any]]()
        self.saw: dict[str, set[str]] = {name: set() for name in FIELDS}
        self.dropped: set[str] = set()
        self.chosen: set[str] = set()
        self.acknowledged: list[str] = []
        self.tabs = [Tab(), Tab()]
        for tab in self.tabs:
            self.reload(tab)

    def show(self, tab: Tab, name: str, value: str, operation: str = "", **marks: str) -> None:
        tab.shown[name], tab.operation[name] = value, operation
        self.saw[name].add(value)
        for kind, mark in marks.items():
            getattr(tab, kind)[name] = mark

    def reload(self, tab: Tab) -> None:
        marks = self.server.page()
        for name in FIELDS:
            self.show(tab, name, self.server.stored[name], bases=marks[name], seen=marks[name])
        tab.whole = None
        for one in self.records:
            if "trouble" not in one:
                self.show(tab, one["field"], one["value"], one["operation"], bases=one["base"])

    def keep(self, record: dict[str, Any], before: str) -> None:
        old = next((one for one in self.records if one["operation"] == before), None)
        sent = [] if old and not old["tried"] else [before]
        record["after"] = [one for one in (*record["after"], *(old["after"] if old else []), *sent) if one][
            -8:
        ]
        if old:
            self.records.remove(old)
            self.dropped.add(old["value"])
        self.records.append(record)

    def type(self, tab: Tab, name: str) -> None:
        made = {
            "field": name, "value": self.names.text(), "operation": self.names.operation(), "tried": False,
            "base": tab.bases[name], "after": [tab.whole["operation"]] if tab.whole else [],
        }  # fmt: skip
        self.keep(made, tab.operation[name])
        self.show(tab, name, made["value"], made["operation"])
        for other in self.tabs:
            if other is not tab:
                self.show(other, name, made["value"], made["operation"], bases=made["base"])

    def send(self, outcome: str) -> None:
        record = next((one for one in self.records if "trouble" not in one), None)
        if record is None:
            return
        record["tried"] = True
        if outcome == "before":
            return
        notes = {
            "keep-field": record["field"], "keep-operation": record["operation"], "keep-base": record["base"],
            "keep-after": " ".join(record["after"]), "keep-owner": 7,
        }  # fmt: skip
        answer = self.server.post(self, notes | {record["field"]: record["value"]}, "keep")
        if outcome == "after":
            return
        said = json.loads(answer.content)
        if answer.status_code == 409:
            record["trouble"] = said["conflict"]
            return
        self.records.remove(record)
        if "value" not in said:
            self.dropped.add(record["value"])  # a later save of the same page was taken
            return
        self.acknowledged.append(record["value"])
        self.told(record, "".join(said["value"]), said)

    def told(self, record: dict[str, Any], value: str, said: dict[str, Any]) -> None:
        for tab in self.tabs:
            if tab.operation[record["field"]] in {"", record["operation"]}:
                self.show(tab, record["field"], value, bases=said["base"], seen=said["seen"])

    def choose(self, mine: bool) -> None:
        record = next((one for one in self.records if "trouble" in one), None)
        if record is None:
            return
        conflict, name = record.pop("trouble"), record["field"]
        self.saw[name].add("".join(conflict["stored"]["value"]))
        if not mine:
            self.records.remove(record)
            self.dropped.add(record["value"])
            self.told(record, "".join(conflict["stored"]["value"]), conflict)
            return
        self.chosen.add(record["value"])
        known = {"operation": self.names.operation(), "base": conflict["base"], "tried": False, "after": []}
        made = record | known
        self.keep(made, record["operation"])
        for tab in self.tabs:
            self.show(tab, name, made["value"], made["operation"], bases=made["base"])

    def save(self, tab: Tab, outcome: str) -> None:
        tried = [one["operation"] for one in self.records if one["tried"] and "trouble" not in one]
        if tab.whole is None or tab.whole["values"] != tab.shown:
            before = [tab.whole["operation"], *tab.whole["after"]] if tab.whole else []
            tab.whole = {"operation": self.names.operation(), "values": dict(tab.shown), "after": before}
        if outcome == "before":
            return
        notes = {
            "keep-seen": json.dumps(tab.seen), "keep-operation": tab.whole["operation"], "keep-owner": 7,
            "keep-after": " ".join([*tab.whole["after"], *tried]),
        }  # fmt: skip
        answer = self.server.post(self, notes | tab.shown, "whole")
        if outcome == "after":
            return
        values, tab.whole = tab.whole["values"], None
        if answer.status_code == 409:
            for name, (stored, mark) in json.loads(answer.content).items():
                self.saw[name].add("" if stored == "(để trống)" else stored)
                tab.seen[name] = mark
            return
        self.dropped |= {one["value"] for one in self.records if one["value"] not in values.values()}
        self.records.clear()
        self.reload(tab)


class Names:
    """Texts and operations, each once."""

    def __init__(self) -> None:
        self.count = 0

    def text(self) -> str:
        self.count += 1
        return f"text {self.count}"

    def operation(self) -> str:
        self.count += 1
        return f"operation-{self.count}"


STEP = st.tuples(
    st.sampled_from(["type", "type", "send", "send", "save", "choose", "reload"]),
    st.integers(0, 1), st.integers(0, 1), st.sampled_from(FIELDS),
    st.sampled_from(["ok", "ok", "before", "after"]),
)  # fmt: skip


def play(server: Server, devices: list[Device], steps: list[tuple[str, int, int, str, str]]) -> None:
    for what, device_no, tab_no, name, outcome in steps:
        device = devices[device_no]
        tab = device.tabs[tab_no]
        if what == "type":
            device.type(tab, name)
        elif what == "send":
            device.send(outcome)
        elif what == "save":
            device.save(tab, outcome)
        elif what == "choose":
            device.choose(mine=outcome == "ok")
        else:
            device.reload(tab)


class TestSequences(TestCase):
    @pytest.mark.django_db
    @settings(max_examples=SEQUENCES, deadline=None)
    @given(st.lists(STEP, min_size=4, max_size=16))
    def test_nothing_is_lost_doubled_or_replaced_unseen(
        self, steps: list[tuple[str, int, int, str, str]]
    ) -> None:
        server, names = Server(), Names()
        devices = [Device(server, names), Device(server, names)]
        play(server, devices, steps)
        for device in devices:  # the network is back, and every question is answered
            for _time in range(40):
                device.send("ok")
                device.choose(mine=True)
            assert device.records == []
        assert server.unseen == []
        texts = [value for value in server.writes if value.startswith("text")]
        acknowledged = [value for device in devices for value in device.acknowledged]
        assert [value for value in acknowledged if value not in texts] == []
        chosen = {value for device in devices for value in device.chosen}
        assert [value for value in texts if texts.count(value) > 1 and value not in chosen] == []
        gone = {value for device in devices for value in device.dropped}
        typed = {f"text {number}" for number in range(1, names.count + 1)}
        shown = {value for device in devices for tab in device.tabs for value in tab.shown.values()}
        assert [one for one in shown & typed if one not in texts and one not in gone] == []
