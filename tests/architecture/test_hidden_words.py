"""Words for screen readers at the end of a link or button: a space after them is laid out as one more part,
so the button grows by a gap and its neighbour falls to the next line on a telephone.
"""

from __future__ import annotations

import re
from pathlib import Path

SOURCE = Path(__file__).parents[2] / "src"
SPACED = re.compile(r'<span class="sr">(?:(?!</span>).)*</span>\s+</(?:a|button|summary)>', re.DOTALL)


def test_nothing_follows_hidden_words_at_the_end_of_a_link_or_button():
    spaced = {
        str(template.relative_to(SOURCE)): found
        for template in sorted(SOURCE.rglob("*.html"))
        if (found := SPACED.findall(template.read_text()))
    }
    assert spaced == {}
