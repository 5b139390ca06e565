"""Tests of the whole house: its contracts, its addresses, its lists,
and journeys through it in a real browser.
"""
