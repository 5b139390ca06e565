"""Which products of the lapsed batch are filed again, and miss a minimum of the newer law."""

AGAIN = ("ong-nhan", "ong-bac-ha", "ong-vai", "ong-mai", "ong-da")
