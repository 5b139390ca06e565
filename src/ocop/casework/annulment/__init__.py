"""Annulling a wrong act, and having an evaluation done again (article 10(1)(b), R26-46)."""
