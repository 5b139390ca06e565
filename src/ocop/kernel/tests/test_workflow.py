"""Moves: every (state, move) pair, the refusals, the diagram, and tables that cannot be right."""

from enum import StrEnum

import pytest

from ocop.kernel.text import Label
from ocop.kernel.workflow import Move, MoveRefused, RefusalCode, Workflow


class State(StrEnum):
    DRAFT = "draft"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    PROPOSED = "proposed"


class Elsewhere(StrEnum):
    DRAFT = "draft"


SUBMIT = Move("submit", frozenset({State.DRAFT, State.RETURNED}), State.SUBMITTED, Label("Nộp", "Submit"))
RETURN = Move(
    "return", frozenset({State.SUBMITTED}), State.RETURNED, Label("Trả lại", "Return"), needs_reason=True
)
PROPOSE = Move("propose", frozenset({State.SUBMITTED}), State.PROPOSED, Label("Đề nghị", "Propose"))
FLOW = Workflow("dossier", State, State.DRAFT, (SUBMIT, RETURN, PROPOSE))
LEGAL = {
    ("draft", "submit"),
    ("returned", "submit"),
    ("submitted", "return"),
    ("submitted", "propose"),
}


def refusal(state: str, move: str, reason: str | None = None) -> tuple[str, str, str]:
    with pytest.raises(MoveRefused) as caught:
        FLOW.check(state, move, reason)
    return (caught.value.code, caught.value.state, caught.value.move)


@pytest.mark.parametrize("state", list(State))
@pytest.mark.parametrize("move", ["submit", "return", "propose"])
def test_every_pair_of_state_and_move(state: State, move: str) -> None:
    if (state.value, move) in LEGAL:
        FLOW.check(state, move, "thiếu minh chứng")
    else:
        assert refusal(state, move, "thiếu minh chứng") == ("wrong_state", state, move)


@pytest.mark.parametrize("reason", [None, "", "  \n"])
def test_a_move_that_needs_a_reason_is_refused_without_one(reason: str | None) -> None:
    assert refusal("submitted", "return", reason) == ("reason_missing", "submitted", "return")


def test_a_move_that_needs_no_reason_goes_without_one() -> None:
    FLOW.check(State.DRAFT, "submit", None)


def test_an_unknown_move_is_refused_by_check_and_by_name() -> None:
    assert refusal("draft", "approve", "vì") == ("unknown_move", "draft", "approve")
    with pytest.raises(MoveRefused) as caught:
        FLOW.move("approve")
    assert (caught.value.code, caught.value.state, caught.value.move) == (
        RefusalCode.UNKNOWN_MOVE,
        "",
        "approve",
    )


def test_a_wrong_state_is_named_before_a_missing_reason() -> None:
    assert refusal("draft", "return")[0] == "wrong_state"


def test_a_stored_text_that_is_no_state_is_damage_and_not_a_refusal() -> None:
    with pytest.raises(ValueError, match="approved"):
        FLOW.check("approved", "submit", None)


def test_a_refusal_has_words_in_both_languages() -> None:
    with pytest.raises(MoveRefused) as caught:
        FLOW.check("submitted", "return")
    assert caught.value.label == Label("Bước này phải ghi rõ lý do.", "This step needs a reason.")


def test_a_refusal_in_a_log_says_what_was_tried() -> None:
    with pytest.raises(MoveRefused) as caught:
        FLOW.check("submitted", "return")
    assert str(caught.value) == "reason_missing: return from submitted"


def test_available_moves_stand_in_the_order_of_the_table() -> None:
    assert {state.value: FLOW.available(state) for state in State} == {
        "draft": (SUBMIT,),
        "submitted": (RETURN, PROPOSE),
        "returned": (SUBMIT,),
        "proposed": (),
    }


def test_move_by_name() -> None:
    assert FLOW.move("return") is RETURN


def test_the_diagram_names_states_moves_start_and_end() -> None:
    names = {State.DRAFT: Label("Đang soạn", "Draft")}
    assert FLOW.mermaid(names).splitlines() == [
        "stateDiagram-v2",
        '    state "Đang soạn" as draft',
        '    state "submitted" as submitted',
        '    state "returned" as returned',
        '    state "proposed" as proposed',
        "    [*] --> draft",
        "    draft --> submitted: Nộp",
        "    returned --> submitted: Nộp",
        "    submitted --> returned: Trả lại",
        "    submitted --> proposed: Đề nghị",
        "    proposed --> [*]",
    ]
    assert '    state "Draft" as draft' in FLOW.mermaid(names, "en").splitlines()


LABEL = Label("Bước", "Step")
TO_SUBMITTED = Move("a", frozenset({State.DRAFT}), State.SUBMITTED, LABEL)
TO_ALL = (
    TO_SUBMITTED,
    Move("b", frozenset({State.SUBMITTED}), State.RETURNED, LABEL),
    Move("c", frozenset({State.SUBMITTED}), State.PROPOSED, LABEL),
)


@pytest.mark.parametrize(
    ("initial", "moves", "fault"),
    [
        (State.DRAFT, TO_ALL[:2], "unreachable state proposed"),
        (
            State.PROPOSED,
            TO_ALL,
            "unreachable state draft; unreachable state submitted; unreachable state returned",
        ),
        (State.DRAFT, (*TO_ALL, TO_SUBMITTED), "duplicate move a"),
        (State.DRAFT, (*TO_ALL, Move("d", frozenset(), State.DRAFT, LABEL)), "d: no source"),
        (
            State.DRAFT,
            (*TO_ALL, Move("d", frozenset({Elsewhere.DRAFT}), State.DRAFT, LABEL)),
            "d: unknown state draft",
        ),
        (
            State.DRAFT,
            (*TO_ALL, Move("d", frozenset({State.DRAFT}), Elsewhere.DRAFT, LABEL)),
            "d: unknown state draft",
        ),
        (Elsewhere.DRAFT, TO_ALL, "initial: unknown state draft"),
    ],
)
def test_a_table_that_cannot_be_right_is_not_built(
    initial: StrEnum, moves: tuple[Move, ...], fault: str
) -> None:
    with pytest.raises(ValueError, match=r"^workflow dossier: ") as caught:
        Workflow("dossier", State, initial, moves)
    assert str(caught.value) == f"workflow dossier: {fault}"
