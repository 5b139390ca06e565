"""Pure rules of the web face of the law:
practised sheets as addresses, and the decree's own text read and matched.
"""

from ocop.registers.regulations.rules.address import (
    Condition,
    conditions,
    pack,
    read_facts,
    read_tokens,
    token_of,
    tokens,
    unpack,
)

__all__ = ["Condition", "conditions", "pack", "read_facts", "read_tokens", "token_of", "tokens", "unpack"]
