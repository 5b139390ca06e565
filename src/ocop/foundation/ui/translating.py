"""`{% translate "…" %}` with words that stand in the template itself: translated once for each language."""

from __future__ import annotations

from typing import Any

from django.template import Context
from django.template.base import FilterExpression, Parser, Token
from django.templatetags.i18n import TranslateNode, do_translate
from django.utils.translation import get_language


class Words(TranslateNode):
    """The same words on every page: what Django makes of them the first time, for each language."""

    def __init__(self, node: TranslateNode) -> None:
        super().__init__(node.filter_expression, node.noop, None, node.message_context)
        self.name = node.asvar
        self.kept: dict[str | None, str] = {}

    def render(self, context: Context) -> str:
        """The words, or nothing where they go under a name."""
        language = get_language()
        words = self.kept.get(language)
        if words is None:
            words = self.kept[language] = super().render(context)
        if self.name is None:
            return words
        context[self.name] = words
        return ""


def translate(parser: Parser, token: Token) -> Any:
    """Django's own tag; what is the same every time is kept."""
    node = do_translate(parser, token)
    is_constant = _is_literal(node.filter_expression) and _is_literal(node.message_context)
    return Words(node) if is_constant else node


def _is_literal(expression: FilterExpression | None) -> bool:
    if expression is None:
        return True
    return not expression.filters and getattr(expression.var, "literal", expression.var) is not None
