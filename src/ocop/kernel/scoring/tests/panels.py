"""Short ways to write a panel in a test."""

from ocop.kernel.scoring import Result, Sheet, WorkingRules, evaluate

from .regulations import ALL_AT_TOP, CONDITIONAL_AT_TOP, SMALL


def panel(*choices):
    """Sheets of members a, b, c, …"""
    return [Sheet(name, given) for name, given in zip("abcdefghijklmnopqrstuvwxyz", choices, strict=False)]


def plain(*changes, **rules) -> Result:
    """Set 1: everybody at the top but for these changes, one mapping per member."""
    agreed = rules.pop("agreed", None)
    sheets = panel(*({**ALL_AT_TOP, **change} for change in changes))
    return evaluate(SMALL, 1, sheets, rules=WorkingRules(**rules), agreed=agreed)


def conditional(*changes, facts=None, decisions=None, **rules) -> Result:
    """Set 2, in the same way, with facts and decisions."""
    sheets = panel(*({**CONDITIONAL_AT_TOP, **change} for change in changes))
    return evaluate(SMALL, 2, sheets, rules=WorkingRules(**rules), facts=facts, decisions=decisions)


def ruler(*totals, **rules) -> Result:
    """Set 6: members who give exactly these totals."""
    sheets = [Sheet(f"m{number}", {"1": total + 1}) for number, total in enumerate(totals)]
    return evaluate(SMALL, 6, sheets, rules=WorkingRules(**rules))
