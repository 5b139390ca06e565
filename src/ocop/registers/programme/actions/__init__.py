"""Every write on the programme."""

from ocop.registers.programme.actions.doubts import settle_anomaly
from ocop.registers.programme.actions.programme import set_up_programme
from ocop.registers.programme.actions.rounds import open_round

__all__ = ["open_round", "set_up_programme", "settle_anomaly"]
