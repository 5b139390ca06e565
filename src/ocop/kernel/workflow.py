"""Moves between states as one table: the legal moves, the check, the buttons and the diagram come from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from ocop.kernel.text import Label


class RefusalCode(StrEnum):
    """Why a move is refused."""

    UNKNOWN_MOVE = "unknown_move"
    WRONG_STATE = "wrong_state"
    REASON_MISSING = "reason_missing"


REFUSALS: Mapping[RefusalCode, Label] = {
    RefusalCode.UNKNOWN_MOVE: Label("Không có bước xử lý này.", "There is no such step."),
    RefusalCode.WRONG_STATE: Label(
        "Trạng thái hiện tại không cho phép bước này.", "The present state does not allow this step."
    ),
    RefusalCode.REASON_MISSING: Label("Bước này phải ghi rõ lý do.", "This step needs a reason."),
}


@dataclass(frozen=True)
class Move:
    """One legal move: from any of `sources` to `target`. `needs_reason` asks for a written reason."""

    name: str
    sources: frozenset[StrEnum]
    target: StrEnum
    label: Label
    needs_reason: bool = False


class MoveRefused(Exception):  # noqa: N818 - a refusal is an answer, not an error
    """A move that may not be made: `code` says why, `state` and `move` name what was tried."""

    def __init__(self, code: RefusalCode, state: str, move: str) -> None:
        super().__init__(f"{code}: {move} from {state}")
        self.code = code
        self.state = state
        self.move = move

    @property
    def label(self) -> Label:
        """The refusal in words for people."""
        return REFUSALS[self.code]


@dataclass(frozen=True)
class Workflow:
    """The states of one kind of thing and every move between them.

    A table that cannot be right is a ValueError when it is built: an unknown state, two moves of one name, a
    move from nowhere, a state that nothing leads to.
    """

    name: str
    states: type[StrEnum]
    initial: StrEnum
    moves: tuple[Move, ...]

    def __post_init__(self) -> None:
        faults = [*self._unknown_states(), *self._faulty_moves()] or self._unreachable_states()
        if faults:
            raise ValueError(f"workflow {self.name}: " + "; ".join(faults))

    def move(self, name: str) -> Move:
        """The move of this name. Refused (`unknown_move`) when there is none."""
        if found := self._find(name):
            return found
        raise MoveRefused(RefusalCode.UNKNOWN_MOVE, "", name)

    def check(self, state: str, move_name: str, reason: str | None = None) -> None:
        """Refuse a move that is unknown, not open from `state`, or without the reason it needs; else do
        nothing.

        `state` may be the stored text; a text that is no state at all is a ValueError, for the record is
        damaged.
        """
        present = self.states(state)
        move = self._find(move_name)
        if move is None:
            raise MoveRefused(RefusalCode.UNKNOWN_MOVE, present, move_name)
        if present not in move.sources:
            raise MoveRefused(RefusalCode.WRONG_STATE, present, move_name)
        if move.needs_reason and not (reason or "").strip():
            raise MoveRefused(RefusalCode.REASON_MISSING, present, move_name)

    def available(self, state: str) -> tuple[Move, ...]:
        """The moves open from `state`, in the table's order."""
        present = self.states(state)
        return tuple(move for move in self.moves if present in move.sources)

    def mermaid(self, labels: Mapping[str, Label] | None = None, language: str = "vi") -> str:
        """The diagram as Mermaid text: start, states (named by `labels` where given), moves, ends."""
        lines = ["stateDiagram-v2"]
        for state in self.states:
            name = labels[state].text(language) if labels and state in labels else state.value
            lines.append(f'    state "{name}" as {state.value}')
        lines.append(f"    [*] --> {self.initial.value}")
        for move in self.moves:
            lines += [
                f"    {source.value} --> {move.target.value}: {move.label.text(language)}"
                for source in self.states
                if source in move.sources
            ]
        lines += [f"    {state.value} --> [*]" for state in self.states if not self.available(state)]
        return "\n".join(lines) + "\n"

    def _find(self, name: str) -> Move | None:
        return next((move for move in self.moves if move.name == name), None)

    def _unknown_states(self) -> list[str]:
        named = [("initial", self.initial)]
        for move in self.moves:
            named += [(move.name, state) for state in (*sorted(move.sources), move.target)]
        # a member of another enum with the same text compares equal, so its class is asked
        return [
            f"{where}: unknown state {state!s}"
            for where, state in named
            if not isinstance(state, self.states)
        ]

    def _faulty_moves(self) -> list[str]:
        names = [move.name for move in self.moves]
        doubled = [f"duplicate move {name}" for name in dict.fromkeys(names) if names.count(name) > 1]
        return doubled + [f"{move.name}: no source" for move in self.moves if not move.sources]

    def _unreachable_states(self) -> list[str]:
        reached = {self.initial}
        while fresh := {m.target for m in self.moves if m.sources & reached} - reached:
            reached |= fresh
        return [f"unreachable state {state.value}" for state in self.states if state not in reached]
