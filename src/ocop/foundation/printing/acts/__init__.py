"""Every act of this package; one file each."""

from ocop.foundation.printing.acts.make_again import MAKE_AGAIN, make_again

ACTS = (MAKE_AGAIN,)

__all__ = ["ACTS", "MAKE_AGAIN", "make_again"]
